namespace LeadFilter.Core.Fields.Emails;

/// <summary>A mail domain that many people have, and that many mistype.</summary>
/// <param name="Name">The domain.</param>
/// <param name="IsDistinctive">
/// Whether its first label is no word and near no other domain's, so that a letter's difference is an error: gmail is, live is not.
/// </param>
internal sealed record WellKnownDomain(string Name, bool IsDistinctive)
{
    /// <summary>The first label.</summary>
    public string Label { get; } = Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>What follows the first label's dot.</summary>
    public string Rest { get; } = Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>All, those with more users first.</summary>
    public static IReadOnlyList<WellKnownDomain> All { get; } =
    [
        .. Of(true, """
            gmail.com yahoo.com hotmail.com outlook.com icloud.com comcast.net verizon.net sbcglobal.net bellsouth.net googlemail.com
            ymail.com protonmail.com rocketmail.com earthlink.net optonline.net windstream.net centurylink.net suddenlink.net btinternet.com
            hotmail.co.uk yahoo.co.uk hotmail.fr yahoo.fr hotmail.de yahoo.de hotmail.it yahoo.it hotmail.es yahoo.es yahoo.ca hotmail.ca
            yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.co.in t-online.de wanadoo.fr laposte.net virgilio.it sympatico.ca videotron.ca
            bigpond.com bigpond.net.au optusnet.com.au rediffmail.com
            """),
        .. Of(false, """
            aol.com live.com msn.com me.com mac.com att.net cox.net charter.net frontier.com juno.com netzero.net roadrunner.com gmx.com
            gmx.de gmx.net web.de mail.com live.co.uk sky.com virginmedia.com talktalk.net ntlworld.com shaw.ca rogers.com telus.net
            orange.fr free.fr sfr.fr libero.it proton.me fastmail.com zoho.com aim.com
            """),
    ];

    private static IEnumerable<WellKnownDomain> Of(bool isDistinctive, string names) =>
        names.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new WellKnownDomain(name, isDistinctive));
}
