using LeadFilter.Core.Fields.Web.UserAgents;

namespace LeadFilter.Tests.Fields.Web.UserAgents;

[TestClass]
public sealed class UserAgentTypeTests
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private const string Edge = Chrome + " Edg/141.0.0.0";
    private const string Safari = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15";
    private const string Iphone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    private const string IphoneChrome =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.7339.101 Mobile/15E148 Safari/604.1";
    private const string Ipad =
        "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1";
    private const string Facebook = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
        + "[FBAN/FBIOS;FBAV/530.0.0;FBBV/1;FBDV/iPhone15,2]";
    private const string WebView = "Mozilla/5.0 (Linux; Android 14; Pixel 7; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/139.0.0.0 Mobile Safari/537.36";
    private const string Samsung =
        "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36";
    private const string Cubot = "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36";
    private const string Firefox = "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
    private const string Chromebook = "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36";
    private const string Explorer = "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko";
    private const string Opera = Chrome + " OPR/121.0.0.0";

    [TestMethod]
    [DataRow("curl/8.9.1")]
    [DataRow("Wget/1.21.4")]
    [DataRow("python-requests/2.32.3")]
    [DataRow("Python/3.12 aiohttp/3.9.5")]
    [DataRow("Python-urllib/3.11")]
    [DataRow("python-httpx/0.27.0")]
    [DataRow("Java/17.0.9")]
    [DataRow("Java-http-client/21.0.1")]
    [DataRow("Apache-HttpClient/4.5.14 (Java/17.0.9)")]
    [DataRow("Go-http-client/2.0")]
    [DataRow("axios/1.7.7")]
    [DataRow("node-fetch/1.0 (+https://github.com/bitinn/node-fetch)")]
    [DataRow("node")]
    [DataRow("undici")]
    [DataRow("GuzzleHttp/7")]
    [DataRow("PHP/8.2.1")]
    [DataRow("WordPress/6.5; https://example.com")]
    [DataRow("Ruby")]
    [DataRow("libwww-perl/6.67")]
    [DataRow("RestSharp/110.2.0.0")]
    [DataRow("PostmanRuntime/7.37.3")]
    [DataRow("reqwest/0.12.4")]
    [DataRow("Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1 bot")]
    [DataRow("Scrapy/2.11.2 (+https://scrapy.org)")]
    [DataRow("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [DataRow("Googlebot-Image/1.0")]
    [DataRow("AdsBot-Google (+http://www.google.com/adsbot.html)")]
    [DataRow("Mozilla/5.0 (compatible; bingbot/2.0)")]
    [DataRow("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)")]
    [DataRow("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0)")]
    [DataRow("Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)")]
    [DataRow("Mozilla/5.0 (compatible; Baiduspider/2.0)")]
    [DataRow("facebookexternalhit/1.1")]
    [DataRow("WhatsApp/2.23.20.0")]
    [DataRow("Mozilla/5.0+(compatible; UptimeRobot/2.0)")]
    [DataRow("TelegramBot (like TwitterBot)")]
    [DataRow("Mozilla/5.00 (Nikto/2.1.6) (Evasions:None) (Test:Port Check)")]
    [DataRow("Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)")]
    [DataRow("sqlmap/1.8#stable")]
    [DataRow("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/141.0.0.0 Safari/537.36")]
    public void Program_is_a_bot(string raw) => Assert.AreEqual("true", UserAgentType.Instance.Part(raw, "bot"));

    [TestMethod]
    [DataRow(Chrome)]
    [DataRow(Edge)]
    [DataRow(Safari)]
    [DataRow(Iphone)]
    [DataRow(IphoneChrome)]
    [DataRow(Ipad)]
    [DataRow(Facebook)]
    [DataRow(WebView)]
    [DataRow(Samsung)]
    [DataRow(Cubot)]
    [DataRow(Firefox)]
    [DataRow(Chromebook)]
    [DataRow(Explorer)]
    [DataRow(Opera)]
    [DataRow("Mozilla/5.0 (Linux; Android 12; CUBOT_X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36")]
    [DataRow("Mozilla/5.0 (Linux; Android 13; Ruby 5G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36")]
    [DataRow("Mozilla/5.0 (Linux; U; Android 4.4; de-de; SM-T530 JavaScript) AppleWebKit/537.36 Safari/537.36")]
    [DataRow("Opera/9.80 (J2ME/MIDP; Opera Mini/8.0.35158/36.2534; U; en) Presto/2.12.423 Version/12.16")]
    [DataRow("okhttp/4.12.0")]
    [DataRow("MyApp/3.2 CFNetwork/1494.0.7 Darwin/23.4.0")]
    [DataRow("Abbott Browser 1.0")]
    [DataRow("-")]
    public void Browser_or_app_of_a_person_is_no_bot(string raw) => Assert.AreEqual("false", UserAgentType.Instance.Part(raw, "bot"));

    [TestMethod]
    [DataRow("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/141.0.0.0 Safari/537.36", "true")]
    [DataRow("Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1", "true")]
    [DataRow("Mozilla/5.0 (X11) Selenium/4.1", "true")]
    [DataRow("Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/22.1.0", "true")]
    [DataRow(Chrome, "false")]
    [DataRow("curl/8.9.1", "false")]
    public void Browser_without_a_window_is_headless(string raw, string headless) =>
        Assert.AreEqual(headless, UserAgentType.Instance.Part(raw, "headless"));

    [TestMethod]
    [DataRow("-", "true")]
    [DataRow("null", "true")]
    [DataRow("\"undefined\"", "true")]
    [DataRow("N/A", "true")]
    [DataRow("Unknown.", "true")]
    [DataRow("Mozilla/5.0", "true")]
    [DataRow("123", "true")]
    [DataRow("(not set)", "true")]
    [DataRow(Chrome, "false")]
    [DataRow("curl/8.9.1", "false")]
    public void What_tells_no_browser_is_a_placeholder(string raw, string placeholder) =>
        Assert.AreEqual(placeholder, UserAgentType.Instance.Part(raw, "placeholder"));

    [TestMethod]
    [DataRow(Chrome, "Chrome", "142", "Windows", "false", "false")]
    [DataRow(Edge, "Edge", "141", "Windows", "false", "false")]
    [DataRow(Opera, "Opera", "121", "Windows", "false", "false")]
    [DataRow(Explorer, "Internet Explorer", "11", "Windows", "false", "false")]
    [DataRow(Safari, "Safari", "18", "macOS", "false", "false")]
    [DataRow(Firefox, "Firefox", "143", "Linux", "false", "false")]
    [DataRow(Chromebook, "Chrome", "138", "ChromeOS", "false", "false")]
    [DataRow(Iphone, "Safari", "18", "iOS", "true", "false")]
    [DataRow(IphoneChrome, "Chrome", "140", "iOS", "true", "false")]
    [DataRow(Ipad, "Safari", "16", "iOS", "true", "false")]
    [DataRow(Samsung, "Samsung Internet", "27", "Android", "true", "false")]
    [DataRow(Cubot, "Chrome", "128", "Android", "true", "false")]
    [DataRow(WebView, "Chrome", "139", "Android", "true", "true")]
    [DataRow(Facebook, "Facebook", "[missing]", "iOS", "true", "true")]
    [DataRow("curl/8.9.1", "[missing]", "[missing]", "[missing]", "false", "false")]
    public void Browser_and_system_are_read(string raw, string browser, string version, string system, string mobile, string inApp)
    {
        string[] parts = ["browser", "browser_version", "os", "mobile", "in_app"];

        CollectionAssert.AreEqual(
            new[] { browser, version, system, mobile, inApp }, parts.Select(part => UserAgentType.Instance.Part(raw, part)).ToArray());
    }

    [TestMethod]
    public void Text_is_tidied() => Assert.AreEqual("Mozilla/5.0 (X11; Linux)", UserAgentType.Instance.Canonical(" Mozilla/5.0  (X11;&nbsp;Linux) "));
}
