using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Flags;

/// <summary>
/// True or false, as forms, spreadsheets and vendors write it, without case, quotes around it and points behind it: a word, a choice's
/// slug (<c>i_agree</c>), or a sentence that begins with yes or no. A campaign may add the words of its own form.
/// </summary>
public sealed class BooleanType : FieldType
{
    /// <summary>The longest text that is read, and the longest word that a campaign may add.</summary>
    public const int MaxLength = 100;

    /// <summary>The words that mean true.</summary>
    internal static readonly IReadOnlyList<string> TrueWords =
    [
        "true", "t", "yes", "y", "1", "1.0", "on", "checked", "ticked", "selected", "enabled", "yep", "yeah", "yup", "agree", "agreed",
        "i agree", "accept", "accepted", "i accept", "consent", "consented", "i consent", "given", "granted", "opt in", "opt-in",
        "opted in", "opted-in", "optin", "sí", "si", "verdadero", "acepto", "oui", "ja", "sim", "✓", "✔", "✔\uFE0F", "☑", "☑\uFE0F", "✅",
    ];

    /// <summary>The words that mean false.</summary>
    internal static readonly IReadOnlyList<string> FalseWords =
    [
        "false", "f", "no", "n", "0", "0.0", "off", "unchecked", "not checked", "unticked", "not selected", "disabled", "nope", "nah",
        "disagree", "disagreed", "i disagree", "i do not agree", "decline", "declined", "i decline", "denied", "refused", "not given",
        "opt out", "opt-out", "opted out", "opted-out", "optout", "falso", "non", "nein", "não", "✗", "✘", "✖", "✖\uFE0F", "☐", "❌",
    ];

    /// <summary>The one instance without words of a campaign.</summary>
    public static readonly BooleanType Instance = new([], []);

    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> words;

    private BooleanType(IEnumerable<string> trueWords, IEnumerable<string> falseWords)
    {
        // The campaign's words come last, since they say what the usual ones mean on its form.
        var numbers = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var (more, number) in (ReadOnlySpan<(IEnumerable<string>, double)>)
            [(TrueWords, 1), (FalseWords, 0), (trueWords, 1), (falseWords, 0)])
        {
            foreach (var word in more)
            {
                numbers[word] = number;
            }
        }

        words = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <inheritdoc/>
    public override string Name => "boolean";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Flag;

    /// <summary>The type with words of a campaign's form beside the usual ones.</summary>
    /// <param name="trueWords">More words that mean true, each as <see cref="WordOf"/> makes it.</param>
    /// <param name="falseWords">More words that mean false.</param>
    public static BooleanType With(IEnumerable<string> trueWords, IEnumerable<string> falseWords) => new(trueWords, falseWords);

    /// <summary>A word as it is compared: plain, without what stands around it, and with spaces for low lines.</summary>
    /// <param name="text">The word.</param>
    public static string WordOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Bare(PlainText.Of(text)).ToString().Replace('_', ' ');
    }

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = Bare(raw);
        return words.TryGetValue(text, out var number) || (text.Length <= MaxLength && TryReadChoice(text, out number))
            ? FieldValue.OfNumber(raw, number)
            : FieldValue.Invalid(raw, "not yes or no");
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim().TrimStart("\"' ").TrimEnd("\"' .!");

    private bool TryReadChoice(ReadOnlySpan<char> text, out double number)
    {
        Span<char> spaced = stackalloc char[text.Length];
        text.Replace(spaced, '_', ' ');
        if (words.TryGetValue(spaced, out number))
        {
            return true;
        }

        if (!FlagSentence.TryRead(spaced, out var isYes, out var rest))
        {
            return false;
        }

        // "Yes, I rent" where "I rent" is a no.
        number = isYes ? 1 : 0;
        return !words.TryGetValue(rest, out var meant) || meant.Equals(number);
    }
}
