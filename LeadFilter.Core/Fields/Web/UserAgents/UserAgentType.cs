using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Web.UserAgents;

/// <summary>A browser's account of itself. Any text is one: what it tells stands in the parts, which are found when a rule asks.</summary>
public sealed class UserAgentType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly UserAgentType Instance = new();

    private static readonly IReadOnlyList<FieldPart> UserAgentParts =
    [
        new("bot", BooleanType.Instance, "Whether a program sent it: a crawler, a scanner, an HTTP library, a headless browser.",
            static (in value, _) => Flag(value, UserAgent.IsBot(value.Text))),
        new(
            "headless",
            BooleanType.Instance,
            "Whether it is a browser without a window, or driven by a program: HeadlessChrome, PhantomJS, Selenium.",
            static (in value, _) => Flag(value, UserAgent.IsHeadless(value.Text))),
        new("placeholder", BooleanType.Instance, "Whether it is a placeholder for an unknown browser: -, null, unknown, Mozilla/5.0 alone.",
            static (in value, _) => Flag(value, UserAgent.IsPlaceholder(value.Text))),
        new("mobile", BooleanType.Instance, "Whether it is a phone or a tablet.",
            static (in value, _) => Flag(value, UserAgent.IsMobile(value.Text))),
        new(
            "in_app",
            BooleanType.Instance,
            "Whether the page was shown inside another app: Facebook, Instagram, TikTok, Android's web view.",
            static (in value, _) => Flag(value, UserAgent.IsInApp(value.Text))),
        new(
            "browser",
            StringType.Instance,
            "The browser, or the app that showed the page: Chrome, Safari, Firefox, Edge, Facebook; missing if unknown.",
            static (in value, _) => Text(value, UserAgent.Browser(value.Text, out int _))),
        new("browser_version", NumberType.Instance, "The first number of its version; missing if unknown.",
            static (in value, _) => UserAgent.Version(value.Text) is { } version
                ? FieldValue.OfNumber(value.Raw!, version)
                : FieldValue.Missing),
        new("os", StringType.Instance, "The operating system: Windows, macOS, iOS, Android, ChromeOS, Linux; missing if unknown.",
            static (in value, _) => Text(value, UserAgent.System(value.Text))),
    ];

    private UserAgentType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "user_agent";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => UserAgentParts;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) => StringType.Fold(raw);

    private static FieldValue Flag(in FieldValue value, bool flag) => FieldValue.OfNumber(value.Raw!, flag ? 1 : 0);

    private static FieldValue Text(in FieldValue value, string? text) =>
        text is null ? FieldValue.Missing : FieldValue.Valid(value.Raw!, text);
}
