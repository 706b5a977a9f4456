using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Web.UserAgents;

/// <summary>
/// What programs that no person sits at call themselves. The names are those that the programs document or send; libraries that apps for
/// people are made with (okhttp, CFNetwork, Dalvik, Dart) are not among them.
/// </summary>
internal static class ProgramNames
{
    private static readonly string[] HeadlessNames =
    [
        "headless", "phantomjs", "slimerjs", "casperjs", "selenium", "webdriver", "puppeteer", "playwright", "cypress/", "nightmarejs",
        "zombie.js", "htmlunit", "jsdom", "testcafe", "chrome-lighthouse", "prerender", "rendertron", "browserless", "splash/",
    ];

    /// <summary>Browsers without a window, and those that a program drives.</summary>
    public static readonly MarkSet Headless = new(HeadlessNames);

    /// <summary>
    /// Those without a window, crawlers and previews, many of which otherwise speak as browsers do, monitors and scanners: in one set,
    /// since a text is read once for each. Those whose names end in bot are not listed.
    /// </summary>
    public static readonly MarkSet Bots = new(
    [
        .. HeadlessNames,

        // Any program that says where to read about it, or what it does.
        "+http", "crawl", "spider", "scraper", "scrapy", "slurp", "ia_archiver", "feedfetcher", "validator", "linkcheck", "httrack",
        "webcopier", "heritrix", "nutch", "offline explorer", "emailcollector", "emailsiphon", "extractorpro",

        // Search engines, social networks and assistants.
        "facebookexternalhit", "facebookcatalog", "meta-external", "bingpreview", "google-inspectiontool", "googleother", "google-extended",
        "google-read-aloud", "google-site-verification", "google favicon", "google web preview", "apis-google", "feedburner",
        "google-adwords", "mediapartners-google", "duckduckgo-favicons", "yahoo link preview", "yandeximages", "chatgpt-user",
        "anthropic-ai", "claude-user", "claude-web", "perplexity-user", "cohere-ai", "embedly", "quora link preview", "outbrain", "vkshare",
        "skypeuripreview", "flipboardproxy", "w3c_unicorn", "w3c-mobileok", "iframely",

        // Monitors and scanners.
        "pingdom", "statuscake", "gtmetrix", "pagespeed", "datadogsynthetics", "newrelicpinger", "site24x7", "catchpoint", "nessus",
        "nikto", "sqlmap", "nmap scripting", "masscan", "zgrab", "wpscan", "acunetix", "netsparker", "openvas", "zmeu", "dirbuster",
        "gobuster", "nuclei", "censysinspect", "shodan",
    ]);

    /// <summary>
    /// Command-line tools and HTTP libraries. They speak for themselves; within a browser's account the same letters mean something
    /// else.
    /// </summary>
    public static readonly MarkSet Libraries = new(
        "curl", "wget", "aria2", "httpie", "postman", "insomnia", "powershell", "winhttp", "fiddler", "jmeter", "k6/", "apachebench",
        "siege/", "vegeta", "soapui", "paw/", "lynx/", "w3m/", "python", "aiohttp", "httpx", "urllib", "urlgrabber", "mechanize", "java",
        "apache-http", "httpclient", "jersey/", "asynchttp", "ahc/", "netty", "feign", "jakarta", "jaunt", "go-http", "go-resty",
        "fasthttp", "colly", "libwww", "lwp", "php", "guzzle", "zend_http", "http_request", "wordpress", "snoopy", "ruby", "faraday",
        "rest-client", "restclient", "typhoeus", "httparty", "restsharp", "refit", "node", "undici", "axios", "superagent", "needle/",
        "deno/", "bun/", "got (", "got/", "reqwest", "hyper/", "ureq", "indy library", "microsoft url control", "webclient", "elixir",
        "hackney", "zapier", "make.com", "integromat", "n8n", "whatsapp/", "uptime", "nagios", "zabbix");

    /// <summary>What stands where no browser was told.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Placeholders =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "null", "undefined", "unknown", "none", "nil", "n/a", "na", "not available", "not set", "(not set)", "empty", "test",
            "user agent", "user-agent", "user_agent", "useragent", "browser", "web", "mobile", "desktop", "mozilla", "mozilla/4.0",
            "mozilla/5.0", "false", "true", "string", "agent", "other", "default",
        }.GetAlternateLookup<ReadOnlySpan<char>>();
}
