namespace LeadFilter.Core.Fields.Names;

/// <summary>Whole names of figures of cartoons, tales, films and games, in the form of <see cref="NameKey"/>.</summary>
internal static class FigureNameList
{
    /// <summary>One name a line.</summary>
    public static ReadOnlySpan<byte> Text =>
        """
        albus dumbledore
        anakin skywalker
        apu nahasapeemapetilon
        arya stark
        ash ketchum
        austin powers
        barney dinosaur
        barney rubble
        bart simpson
        bartsimpson
        bat man
        beavis butthead
        bella swan
        betty boop
        betty rubble
        big bird
        bilbo baggins
        bob builder
        bob squarepants
        bob the builder
        boba fett
        boo boo
        bruce wayne
        bugs bunny
        bugsbunny
        butt head
        buzz light year
        buzz lightyear
        captain america
        captain crunch
        captain hook
        captain jack sparrow
        captain kirk
        captain marvel
        cat woman
        chew bacca
        christopher robin
        clark kent
        cookie monster
        count dracula
        cruella de vil
        cruella deville
        daenerys targaryen
        daffy duck
        daffyduck
        daisy duck
        darkwing duck
        darth vader
        dewey duck
        don quixote
        donald duck
        donaldduck
        donkey kong
        dora explorer
        dora the explorer
        dorian gray
        dr frankenstein
        draco malfoy
        easter bunny
        ebenezer scrooge
        edward cullen
        eeyore donkey
        elmer fudd
        elmo sesame
        elroy jetson
        eric cartman
        father christmas
        felix cat
        felix the cat
        foghorn leghorn
        forrest gump
        fozzie bear
        fred flintstone
        freddy krueger
        frodo baggins
        frosty snowman
        gandalf grey
        gandalf the grey
        george jetson
        glenn quagmire
        green lantern
        han solo
        hannibal lecter
        harry potter
        harrypotter
        he man
        hermione granger
        homer j simpson
        homer simpson
        homersimpson
        howard duck
        huckleberry finn
        huey duck
        humpty dumpty
        incredible hulk
        indiana jones
        inspector gadget
        iron man
        jabba hutt
        jack frost
        jack sparrow
        james bond
        james t kirk
        jane jetson
        jar jar binks
        jason voorhees
        jerry mouse
        jessica rabbit
        jiminy cricket
        john rambo
        johnny bravo
        judy jetson
        katniss everdeen
        kermit frog
        kermit the frog
        king kong
        krusty clown
        krusty the clown
        kyle broflovski
        lara croft
        launchpad mcquack
        leia organa
        leonard hofstadter
        lex luthor
        lisa simpson
        lola bunny
        lone ranger
        lord voldemort
        louie duck
        luigi bros
        luke skywalker
        maggie simpson
        marge simpson
        mario bros
        marvin martian
        marvin the martian
        master yoda
        mickey mouse
        mickeymouse
        mickie mouse
        micky mouse
        mighty mouse
        milhouse van houten
        milhouse vanhouten
        mini mouse
        minnie mouse
        miss piggy
        moe szyslak
        monkey d luffy
        montgomery burns
        mr potato head
        mrs claus
        naruto uzumaki
        ned flanders
        ninja turtle
        norman bates
        obi wan kenobi
        olive oyl
        oliver twist
        optimus prime
        oscar grouch
        oscar the grouch
        pac man
        paddington bear
        papa smurf
        patrick star
        pebbles flintstone
        pepe le pew
        peppa pig
        peter rabbit
        petunia pig
        pika chu
        pinocchio
        popeye sailor
        popeye sailorman
        popeye the sailor
        porky pig
        potato head
        powerpuff girl
        princess fiona
        princess leia
        princess peach
        ren stimpy
        road runner
        robin hood
        rocky balboa
        roger rabbit
        ron weasley
        rubeus hagrid
        rudolph reindeer
        sailor moon
        sandy cheeks
        santa claus
        santa clause
        sasuke uchiha
        scooby dog
        scooby doo
        scoobydoo
        scrappy doo
        scrooge mcduck
        severus snape
        seymour skinner
        shaggy rogers
        sheldon cooper
        sherlock holmes
        shrek ogre
        sleeping beauty
        smokey bear
        smokey the bear
        snoopy dog
        snow white
        son goku
        sonic hedgehog
        sonic the hedgehog
        speedy gonzales
        spider man
        spock
        sponge bob
        sponge bob squarepants
        sponge squarepants
        spongebob
        spongebob squarepants
        squidward tentacles
        stewie griffin
        super man
        super mario
        superman
        tarzan
        tasmanian devil
        the batman
        the hulk
        the joker
        thomas tank
        thomas the tank engine
        tinker bell
        tinkerbell
        tony stark
        tooth fairy
        tweety bird
        tyler durden
        tyrion lannister
        uncle scrooge
        velma dinkley
        waylon smithers
        white rabbit
        wile coyote
        wile e coyote
        willy wonka
        wilma flintstone
        winnie pooh
        winnie the pooh
        wonder woman
        woody woodpecker
        yoda
        yogi bear
        yosemite sam
        zorro
        """u8;
}
