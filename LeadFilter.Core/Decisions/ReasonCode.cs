using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Decisions;

/// <summary>
/// Why a lead was rejected, as vendors' programs read it: 1 to 64 of <c>a-z</c>, <c>0-9</c> and <c>_</c>, beginning with a
/// letter (snake_case). Codes are public and stable.
/// </summary>
public readonly record struct ReasonCode
{
    /// <summary>The same person was bought before.</summary>
    public static readonly ReasonCode Duplicate = new("duplicate");

    /// <summary>The buyer has taken as many leads as a cap allows.</summary>
    public static readonly ReasonCode CapReached = new("cap_reached");

    /// <summary>The lead was received when none are bought.</summary>
    public static readonly ReasonCode OutsideHours = new("outside_hours");

    /// <summary>The lead's score is too low.</summary>
    public static readonly ReasonCode LowScore = new("low_score");

    /// <summary>The lead is worth nothing to the buyer.</summary>
    public static readonly ReasonCode NoBid = new("no_bid");

    /// <summary>The vendor asks more for the lead than the buyer pays.</summary>
    public static readonly ReasonCode PriceTooHigh = new("price_too_high");

    /// <summary>The vendor does not say what it asks for the lead.</summary>
    public static readonly ReasonCode PriceMissing = new("price_missing");

    /// <summary>The buyer takes no leads in this campaign for now.</summary>
    public static readonly ReasonCode CampaignPaused = new("campaign_paused");

    /// <summary>The buyer takes no leads of this vendor for now.</summary>
    public static readonly ReasonCode VendorPaused = new("vendor_paused");

    /// <summary>The buyer takes no leads of this source for now.</summary>
    public static readonly ReasonCode SourcePaused = new("source_paused");

    /// <summary>The source is not one of those that the contract names.</summary>
    public static readonly ReasonCode SourceNotAllowed = new("source_not_allowed");

    /// <summary>The person is on a list, and which one is not told: for test leads.</summary>
    public static readonly ReasonCode Suppressed = new("suppressed");

    /// <summary>The person has opted out of being contacted.</summary>
    public static readonly ReasonCode OptedOut = new("opted_out");

    private const string UnreadableBeginning = "unreadable_";
    private const int MaxLength = 64;

    /// <summary>The form in words, for messages.</summary>
    public const string Form = "1 to 64 of a-z, 0-9 and '_', beginning with a letter";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private readonly string? value;

    private ReasonCode(string value) => this.value = value;

    /// <summary>The section of the campaign to which a code belongs; null if it is free for rules.</summary>
    /// <param name="code">The code.</param>
    internal static string? SectionOf(ReasonCode code) => code.value switch
    {
        "duplicate" => "duplicates",
        "low_score" => "score",
        "no_bid" => "noBid",
        "price_too_high" or "price_missing" => "prices",
        "cap_reached" => "caps",
        "outside_hours" => "hours",
        "campaign_paused" => "enabled",
        "vendor_paused" or "source_paused" or "source_not_allowed" => "vendors",
        _ => null,
    };

    /// <summary>The code of an answer that was given and cannot be read: <c>unreadable_homeowner</c>.</summary>
    /// <param name="field">The field's name; what a code cannot hold of it becomes <c>_</c>, and what is too long is cut off.</param>
    public static ReasonCode Unreadable(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var length = Math.Min(field.Length, MaxLength - UnreadableBeginning.Length);
        return new(string.Create(UnreadableBeginning.Length + length, field, static (code, field) =>
        {
            UnreadableBeginning.CopyTo(code);
            for (var at = UnreadableBeginning.Length; at < code.Length; at++)
            {
                var letter = char.ToLowerInvariant(field[at - UnreadableBeginning.Length]);
                code[at] = Allowed.Contains(letter) ? letter : '_';
            }
        }));
    }

    /// <summary>Reads a code.</summary>
    /// <param name="text">The text.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReasonCode code)
    {
        var read = text is { Length: >= 1 and <= MaxLength }
            && char.IsAsciiLetterLower(text[0])
            && !text.AsSpan().ContainsAnyExcept(Allowed);
        code = read ? new(text!) : default;
        return read;
    }

    /// <summary>The code's text.</summary>
    public override string ToString() => value ?? "";
}
