using System.Buffers;

namespace LeadFilter.Core.Fields.Web.UserAgents;

/// <summary>What a browser's own account of itself tells (RFC 9110, section 10.1.5). All of it can be made up.</summary>
internal static class UserAgent
{
    // Searched for as a set: without cultures, the framework compares letter by letter where it is asked for one text.
    private static readonly SearchValues<string> BotWord = SearchValues.Create(["bot"], StringComparison.OrdinalIgnoreCase);

    // The first that is found counts: later ones are named by those before them, for the sake of old pages.
    private static readonly (string Mark, string Name)[] Apps =
    [
        ("FBAN/", "Facebook"), ("FBAV/", "Facebook"), ("FB_IAB/", "Facebook"), ("Instagram", "Instagram"), ("musical_ly", "TikTok"),
        ("BytedanceWebview", "TikTok"), ("TikTok", "TikTok"), ("Snapchat", "Snapchat"), ("Pinterest/", "Pinterest"),
        ("LinkedInApp", "LinkedIn"), ("Twitter for", "Twitter"), ("MicroMessenger", "WeChat"), ("Line/", "Line"), ("GSA/", "Google app"),
    ];

    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("SamsungBrowser/", "Samsung Internet"), ("EdgiOS/", "Edge"), ("EdgA/", "Edge"), ("Edg/", "Edge"), ("Edge/", "Edge"),
        ("OPR/", "Opera"), ("OPT/", "Opera"), ("OPiOS/", "Opera"), ("Opera Mini/", "Opera"), ("Opera/", "Opera"), ("Vivaldi/", "Vivaldi"),
        ("YaBrowser/", "Yandex Browser"), ("UCBrowser/", "UC Browser"), ("DuckDuckGo/", "DuckDuckGo"), ("Ddg/", "DuckDuckGo"),
        ("Brave/", "Brave"), ("Silk/", "Silk"), ("MiuiBrowser/", "Mi Browser"), ("HuaweiBrowser/", "Huawei Browser"), ("Focus/", "Firefox"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chrome"), ("Chrome/", "Chrome"),
        ("MSIE ", "Internet Explorer"), ("Trident/", "Internet Explorer"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Windows Phone", "Windows Phone"), ("Windows", "Windows"), ("iPhone", "iOS"), ("iPad", "iOS"), ("iPod", "iOS"),
        ("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Mac OS X", "macOS"),
        ("Tizen", "Tizen"), ("Web0S", "webOS"), ("Linux", "Linux"), ("X11", "Linux"),
    ];

    /// <summary>Whether it says that no person sits at the program.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsBot(ReadOnlySpan<char> text) =>
        ProgramNames.Bots.IsIn(text) || HasBotWord(text)
        || (!text.StartsWith("Mozilla/") && !text.StartsWith("Opera/") && ProgramNames.Libraries.IsIn(text));

    /// <summary>Whether it is a browser without a window, or driven by a program.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsHeadless(ReadOnlySpan<char> text) => ProgramNames.Headless.IsIn(text);

    /// <summary>Whether it stands where no browser was told.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return ProgramNames.Placeholders.Contains(text.Trim("\"'.- "));
            }
        }

        return true;
    }

    /// <summary>Whether it is a phone or a tablet.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsMobile(ReadOnlySpan<char> text) =>
        Has(text, "Mobile")
            || Has(text, "Android")
            || Has(text, "iPhone")
            || Has(text, "iPad")
            || Has(text, "iPod")
            || Has(text, "Opera Mini")
        || Has(text, "Silk/") || Has(text, "Tablet;") || Has(text, "Kindle");

    /// <summary>Whether the page was shown within another app.</summary>
    /// <param name="text">The canonical text.</param>
    public static bool IsInApp(ReadOnlySpan<char> text) => First(text, Apps, out _) is not null || Has(text, "; wv)");

    /// <summary>The browser's name, or that of the app which showed the page.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="at">Where its mark ends: there stands its version.</param>
    /// <returns>Null if it names none that is known.</returns>
    public static string? Browser(ReadOnlySpan<char> text, out int at)
    {
        if ((First(text, Apps, out at) ?? First(text, Browsers, out at)) is { } name)
        {
            return name;
        }

        var version = text.IndexOf("Version/");
        at = version + "Version/".Length;
        return version >= 0 && Has(text, "Safari/") ? Has(text, "Android") ? "Android Browser" : "Safari" : null;
    }

    /// <summary>The browser's version, without what follows its first number.</summary>
    /// <param name="text">The canonical text.</param>
    /// <returns>Null if there is none.</returns>
    public static int? Version(ReadOnlySpan<char> text)
    {
        if (Browser(text, out var at) is null)
        {
            return null;
        }

        // Internet Explorer 11 names itself by its engine's version 7, and its own behind rv:.
        at = text[..at].EndsWith("Trident/") && text.IndexOf("rv:") is >= 0 and var own ? own + 3 : at;
        var digits = text[at..];
        var length = Numbers.AsciiDigits.CountAtStart(digits);
        return length is >= 1 and <= 6 ? int.Parse(digits[..length]) : null;
    }

    /// <summary>The operating system.</summary>
    /// <param name="text">The canonical text.</param>
    /// <returns>Null if it names none that is known.</returns>
    public static string? System(ReadOnlySpan<char> text) => First(text, Systems, out _);

    private static string? First(ReadOnlySpan<char> text, (string Mark, string Name)[] marks, out int end)
    {
        foreach (var (mark, name) in marks)
        {
            if (text.IndexOf(mark) is >= 0 and var start)
            {
                end = start + mark.Length;
                return name;
            }
        }

        end = 0;
        return null;
    }

    private static bool Has(ReadOnlySpan<char> text, string mark) => text.Contains(mark, StringComparison.Ordinal);

    // "bot" at the end of a word: Googlebot/2.1, AdsBot-Google, UptimeRobot. There are telephones of the make CUBOT.
    private static bool HasBotWord(ReadOnlySpan<char> text)
    {
        for (var rest = text; rest.IndexOfAny(BotWord) is >= 0 and var start;)
        {
            var end = start + 3;
            var ends = end == rest.Length
                || !char.IsAsciiLetter(rest[end])
                || (char.IsAsciiLetterUpper(rest[end]) && char.IsAsciiLetterLower(rest[end - 1]));
            if (ends && !rest[..start].EndsWith("cu", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            rest = rest[end..];
        }

        return false;
    }
}
