namespace LeadFilter.Core.Fields.Names;

/// <summary>Whole names of people so famous, and so seldom anybody else's, that the name is hardly the sender's own. See <see cref="NameKey"/>.</summary>
internal static class CelebrityNameList
{
    /// <summary>One name a line.</summary>
    public static ReadOnlySpan<byte> Text =>
        """
        50 cent
        abraham lincoln
        adolf hitler
        adolph hitler
        al pacino
        albert einstein
        angela merkel
        angelina jolie
        ariana grande
        arnold schwarzenegger
        audrey hepburn
        barack obama
        barrack obama
        bernie sanders
        beyonce knowles
        bill gates
        bob marley
        boris johnson
        brad pitt
        britney spears
        bruce willis
        cardi b
        charles manson
        charlie sheen
        che guevara
        chuck norris
        clint eastwood
        cristiano ronaldo
        dalai lama
        david beckham
        donald j trump
        donald trump
        dr dre
        ellen degeneres
        elon musk
        elvis presley
        emmanuel macron
        fidel castro
        freddie mercury
        george clooney
        hilary clinton
        hillary clinton
        hulk hogan
        hunter biden
        ivanka trump
        jack nicholson
        jay z
        jean claude van damme
        jeff bezos
        jeffrey dahmer
        jeffrey epstein
        jennifer aniston
        jesus christ
        jimi hendrix
        joe biden
        joe exotic
        joe rogan
        john lennon
        johnny depp
        josef stalin
        joseph stalin
        julius caesar
        justin bieber
        justin timberlake
        kamala harris
        kanye west
        katy perry
        keanu reeves
        khloe kardashian
        kim jong il
        kim jong un
        kim kardashian
        kobe bryant
        kourtney kardashian
        kris jenner
        kurt cobain
        kylie jenner
        lady gaga
        lebron james
        leonardo da vinci
        leonardo di caprio
        leonardo dicaprio
        lil wayne
        lindsay lohan
        lionel messi
        mahatma gandhi
        marilyn monroe
        mark zuckerberg
        marshall mathers
        meghan markle
        melania trump
        meryl streep
        michelle obama
        mick jagger
        mike tyson
        miley cyrus
        morgan freeman
        mother teresa
        nancy pelosi
        napoleon bonaparte
        narendra modi
        nelson mandela
        nicki minaj
        nicolas cage
        nikola tesla
        o j simpson
        oj simpson
        oprah winfrey
        osama bin laden
        paris hilton
        pope francis
        post malone
        prince charles
        queen elizabeth
        richard nixon
        rihanna fenty
        robert de niro
        robert deniro
        roger federer
        ronald reagan
        saddam hussein
        samuel l jackson
        scarlett johansson
        shaquille oneal
        snoop dogg
        steve jobs
        sylvester stallone
        taylor swift
        ted bundy
        tiger woods
        tom cruise
        tom hanks
        tupac shakur
        usain bolt
        vladimir putin
        warren buffett
        xi jinping
        """u8;
}
