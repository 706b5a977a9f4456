namespace LeadFilter.Core.Fields.Emails;

/// <summary>
/// What a mail provider does with the part before the @: which addresses are one mailbox. The source of each is named in docs/data.md.
/// </summary>
/// <param name="Domain">The domain under which the mailbox is counted; null if each of the provider's domains has its own
/// mailboxes.</param>
/// <param name="TagMark">What begins a tag that the provider ignores.</param>
/// <param name="Ignored">Characters that the provider ignores before the tag.</param>
internal sealed record MailProvider(string? Domain, char TagMark, string Ignored)
{
    /// <summary>What begins a tag at most providers (RFC 5233).</summary>
    public const char UsualTagMark = '+';

    private static readonly Dictionary<string, MailProvider>.AlternateLookup<ReadOnlySpan<char>> ByDomain = Providers();

    /// <summary>Finds the provider of a domain.</summary>
    /// <param name="domain">A domain in lower case.</param>
    /// <returns>Null if nothing is known of it.</returns>
    public static MailProvider? Find(ReadOnlySpan<char> domain) => ByDomain.TryGetValue(domain, out var provider) ? provider : null;

    private static Dictionary<string, MailProvider>.AlternateLookup<ReadOnlySpan<char>> Providers()
    {
        var providers = new Dictionary<string, MailProvider>();
        Add(new("gmail.com", '+', "."), "gmail.com googlemail.com");
        Add(new("icloud.com", '+', ""), "icloud.com me.com mac.com");
        Add(new("proton.me", '+', ".-_"), "proton.me protonmail.com protonmail.ch pm.me");
        Add(new("yandex.ru", '+', ""), "yandex.ru yandex.com yandex.by yandex.kz ya.ru");
        Add(new(null, '+', ""), "fastmail.com fastmail.fm zoho.com zohomail.com mailbox.org posteo.de posteo.net");
        Add(new(null, '+', ""), """
            outlook.com outlook.at outlook.be outlook.cl outlook.co.id outlook.co.il outlook.co.nz outlook.co.th outlook.com.ar
            outlook.com.au outlook.com.br outlook.com.gr outlook.com.pe outlook.com.tr outlook.com.vn outlook.cz outlook.de outlook.dk
            outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph
            outlook.pt outlook.sa outlook.sg outlook.sk hotmail.com hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.co.il hotmail.co.jp
            hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.co.za hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.mx
            hotmail.com.tr hotmail.cz hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it hotmail.nl
            hotmail.no hotmail.se live.com live.at live.be live.ca live.cl live.cn live.co.uk live.co.za live.com.ar live.com.au live.com.mx
            live.com.pt live.com.sg live.de live.dk live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se msn.com
            windowslive.com passport.com
            """);
        Add(new(null, '-', ""), """
            yahoo.com yahoo.at yahoo.be yahoo.ca yahoo.cl yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.nz yahoo.co.th yahoo.co.uk
            yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph
            yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.de yahoo.dk yahoo.es yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it
            yahoo.nl yahoo.no yahoo.pl yahoo.ro yahoo.se ymail.com rocketmail.com myyahoo.com
            """);
        return providers.GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(MailProvider provider, string domains)
        {
            foreach (var domain in domains.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                providers.Add(domain, provider);
            }
        }
    }
}
