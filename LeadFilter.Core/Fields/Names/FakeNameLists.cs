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
        asdf
        blah
        bogus
        customer
        deleted
        demo
        donotcall
        dummy
        example
        fake
        first
        firstname
        fname
        foobar
        guest
        lastname
        lname
        lorem
        myname
        name
        nobody
        nofirst
        nofirstname
        noname
        none
        notapplicable
        notgiven
        notprovided
        placeholder
        removed
        sample
        somebody
        someone
        test
        tester
        testfirst
        testing
        testlast
        testlead
        testname
        tests
        testuser
        undefined
        unknown
        user
        username
        xyz
        yourname
        """u8;

    /// <summary>Words that are no last name.</summary>
    public static ReadOnlySpan<byte> TestLastNames =>
        """
        abc
        abcd
        abcde
        anonymous
        asdf
        blah
        bogus
        donotcall
        dummy
        example
        firstname
        fname
        foobar
        ipsum
        lastname
        lname
        lorem
        myname
        nobody
        nolast
        nolastname
        noname
        none
        notapplicable
        notgiven
        notprovided
        placeholder
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
        xyz
        yourname
        """u8;

    /// <summary>Whole names that stand for nobody.</summary>
    public static ReadOnlySpan<byte> Placeholders =>
        """
        a a
        aa bb
        aaa bbb
        anon anon
        do not call
        dont call me
        erika mustermann
        fake name
        first last
        first name
        foo bar
        fred bloggs
        fulano de tal
        full name
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
        no body
        no name
        no one
        none none
        not applicable
        not given
        not provided
        nunya bizness
        nunya business
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
        al coholic
        amanda huggenkiss
        amanda hugginkiss
        anita bath
        ass hole
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
        fuck you
        go away
        go fuck yourself
        heywood jablome
        hugh g rection
        hugh janus
        hugh jass
        ima pigg
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
        screw you
        seymour butts
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
