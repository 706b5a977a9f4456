namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// Names that people give instead of their own, in the form of <see cref="NameKey"/>. Left out is what many people are really called:
/// Charlie Brown, Peter Parker, Michael Jordan, and the family names Null, Doe, Sample, Tester, Mouse and Duck.
/// </summary>
internal static class FakeNameLists
{
    /// <summary>Words that are no first name.</summary>
    public static ReadOnlySpan<byte> TestFirstNames =>
        """
        abc
        abcd
        abcde
        admin
        administrator
        anonymous
        asd
        asdf
        blah
        bnm
        bogus
        bvc
        customer
        cvb
        cxz
        deleted
        demo
        dfg
        donotcall
        dummy
        essai
        example
        fake
        fds
        fgh
        first
        firstname
        fname
        foobar
        gfd
        ghj
        guest
        hgf
        hjk
        jhg
        jkl
        kjh
        lastname
        lkj
        lname
        lorem
        mnb
        myname
        name
        nbv
        nobody
        nofirst
        nofirstname
        noname
        none
        notapplicable
        notgiven
        notprovided
        placeholder
        prueba
        qwe
        removed
        sample
        sdf
        somebody
        someone
        test
        teste
        tester
        testfirst
        testing
        testlast
        testlead
        testname
        tests
        testuser
        testy
        undefined
        unknown
        user
        username
        vbn
        vcx
        xcv
        xyz
        yourname
        zxc
        """u8;

    /// <summary>Words that are no last name.</summary>
    public static ReadOnlySpan<byte> TestLastNames =>
        """
        abc
        abcd
        abcde
        anonymous
        asd
        asdf
        blah
        bnm
        bogus
        bvc
        cvb
        cxz
        dfg
        donotcall
        dummy
        essai
        example
        fds
        fgh
        firstname
        fname
        foobar
        gfd
        ghj
        hgf
        hjk
        ipsum
        jhg
        jkl
        kjh
        lastname
        lkj
        lname
        lorem
        mnb
        myname
        nbv
        nobody
        nolast
        nolastname
        noname
        none
        notapplicable
        notgiven
        notprovided
        placeholder
        prueba
        qwe
        sdf
        somebody
        someone
        surname
        test
        testfirst
        testing
        testlast
        testlead
        testname
        tests
        testuser
        undefined
        unknown
        username
        vbn
        vcx
        xcv
        xyz
        yourname
        zxc
        """u8;

    /// <summary>Whole names that stand for nobody.</summary>
    public static ReadOnlySpan<byte> Placeholders =>
        """
        a a
        aa bb
        aaa bbb
        anon anon
        delete me
        delete this
        do not call
        dont call
        dont call me
        erika mustermann
        fake name
        first last
        first name
        foo bar
        fred bloggs
        fulano de tal
        full name
        ignore me
        ignore this
        jane doe
        jane q public
        jane roe
        janedoe
        joe bloggs
        joe blow
        joe public
        joe schmoe
        john doe
        john public
        john q public
        johndoe
        johnny doe
        jon doe
        last name
        lorem ipsum
        max mustermann
        my name
        na na na
        name name
        new lead
        no body
        no name
        no one
        none none
        not applicable
        not given
        not provided
        null null
        nunya bizness
        nunya business
        please ignore
        richard roe
        some one
        test lead
        x x
        your name
        """u8;

    /// <summary>Words that are a figure of fiction by themselves, in a first name.</summary>
    public static ReadOnlySpan<byte> FigureWords =>
        """
        bartsimpson
        batman
        broflovski
        bugsbunny
        catwoman
        chewbacca
        daffyduck
        donaldduck
        dumbledore
        eeyore
        flintstone
        gandalf
        harrypotter
        homersimpson
        hulk
        ironman
        lightyear
        mickeymouse
        nahasapeemapetilon
        pacman
        pikachu
        scoobydoo
        shrek
        skywalker
        spiderman
        spongebob
        squarepants
        superman
        tinkerbell
        voldemort
        """u8;

    /// <summary>Whole names that are a vulgar joke or insult.</summary>
    public static ReadOnlySpan<byte> Jokes =>
        """
        a hole
        al coholic
        amanda huggenkiss
        amanda hugginkiss
        anita bath
        ass hole
        ben dover
        bite me
        bull shit
        butt head
        butt hole
        dick head
        dixie normous
        dumb ass
        eat me
        eat shit
        fuck off
        fuck u
        fuck you
        fuk u
        fuk you
        go away
        go fuck yourself
        heywood jablome
        hugh g rection
        hugh janus
        hugh jass
        i p freely
        ima pigg
        ip freely
        ivana tinkle
        jack ass
        jack mehoff
        jack meoff
        jacques strap
        kiss my ass
        mike rotch
        moe lester
        mother fucker
        oliver clothesoff
        phil mccracken
        piss off
        screw off
        screw you
        seymour butts
        stupid idiot
        suck it
        suck my dick
        """u8;

    /// <summary>Obscene words that are people's names too.</summary>
    public static ReadOnlySpan<byte> RealNames =>
        """
        anal
        boner
        butt
        cock
        cocks
        coon
        coons
        cumming
        dick
        hooker
        horny
        kike
        paki
        poon
        porn
        quim
        semen
        sex
        shiting
        smut
        tit
        titty
        wank
        """u8;
}
