using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Returns;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>
/// Reads the section <c>returns</c> of contracts. What a contract does not say, the campaign's own section says for all that have
/// the section.
/// </summary>
internal sealed class ReturnsReader
{
    /// <summary>The key of the section.</summary>
    public const string Key = "returns";

    private const int MaxReasons = 100;
    private const int MaxText = 200;
    private const int MaxAttempts = 100;
    private const int HoursOfDay = 24;
    private const string WindowDays = "windowDays";
    private const string EarliestHours = "earliestHours";
    private const string AnswerDays = "answerDays";
    private const string Silence = "silence";
    private const string Reasons = "reasons";

    private readonly MistakeList mistakes;
    private readonly Part defaults;

    /// <summary>Reads what the campaign says for all.</summary>
    /// <param name="section">The campaign's section; null if it has none.</param>
    /// <param name="mistakes">Gets what is wrong.</param>
    public ReturnsReader(FileNode? section, MistakeList mistakes)
    {
        this.mistakes = mistakes;
        defaults = section.AsObject(mistakes) is { } said ? ReadPart(said) : new();
    }

    /// <summary>Reads the section of a contract.</summary>
    /// <param name="section">The section; null if the vendor takes nothing back.</param>
    public ReturnTerms? Read(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } said)
        {
            return null;
        }

        var own = ReadPart(said);
        var (window, answer) = (own.WindowDays ?? defaults.WindowDays, own.AnswerDays ?? defaults.AnswerDays);
        var (silence, reasons) = (own.Silence ?? defaults.Silence, own.Reasons ?? defaults.Reasons);
        var isWhole = Has(said, window, WindowDays, "7")
            & Has(said, answer, AnswerDays, "3")
            & Has(said, silence, Silence, "\"accept\"")
            & Has(said, reasons, Reasons, "{ \"wrong_number\": \"The number is somebody else's\" }");
        if (!isWhole)
        {
            return null;
        }

        var earliest = own.EarliestHours ?? defaults.EarliestHours ?? 0;
        if (earliest >= window * HoursOfDay)
        {
            mistakes.Add(
                said.Find(EarliestHours) ?? said,
                $"returns open {earliest} hours after the purchase, and close after {window} days",
                $"Make '{EarliestHours}' less than {window * HoursOfDay}, or '{WindowDays}' more");
        }

        return new()
        {
            WindowDays = window!.Value,
            EarliestHours = earliest,
            Reasons = reasons!,
            MaxShare = own.MaxShare ?? defaults.MaxShare,
            MinAttempts = own.MinAttempts ?? defaults.MinAttempts ?? 0,
            AnswerDays = answer!.Value,
            Silence = silence!.Value,
            Again = own.Again ?? defaults.Again ?? false,
        };
    }

    private bool Has<T>(FileNode section, T? value, string key, string example)
    {
        if (value is null && section.Find(key) is null)
        {
            mistakes.Add(section, $"the contract takes leads back, and does not say '{key}'",
                $"Add \"{key}\": {example} here, or for all vendors in the campaign's \"{Key}\"");
        }

        return value is not null;
    }

    private Part ReadPart(FileNode section)
    {
        section.OnlyKeys(mistakes, WindowDays, EarliestHours, Reasons, "maxShare", "minAttempts", AnswerDays, Silence, "again");
        return new()
        {
            WindowDays = ReadWhole(section.Find(WindowDays), 1, ReturnTerms.MaxWindowDays),
            EarliestHours = ReadWhole(section.Find(EarliestHours), 0, ReturnTerms.MaxWindowDays * HoursOfDay),
            Reasons = ReadReasons(section.Find(Reasons)),
            MaxShare = section.Find("maxShare").AsDecimal(0.01m, 100, mistakes),
            MinAttempts = ReadWhole(section.Find("minAttempts"), 0, MaxAttempts),
            AnswerDays = ReadWhole(section.Find(AnswerDays), 1, ReturnTerms.MaxAnswerDays),
            Silence = section.Find(Silence).AsWord(mistakes, "accept", "deny") switch
            {
                "accept" => ReturnSilence.Accept,
                "deny" => ReturnSilence.Deny,
                _ => null,
            },
            Again = section.Find("again") is { } again ? again.AsFlag(mistakes) : null,
        };
    }

    private int? ReadWhole(FileNode? node, int min, int max)
    {
        if (node.AsDecimal(min, max, mistakes) is not { } number)
        {
            return null;
        }

        if (number != decimal.Truncate(number))
        {
            mistakes.Add(node!, $"{number} is not a whole number", $"Write a whole number from {min} to {max}");
            return null;
        }

        return (int)number;
    }

    private Dictionary<ReasonCode, string>? ReadReasons(FileNode? node)
    {
        if (node.AsObject(mistakes) is not { } section)
        {
            return null;
        }

        if (section.Members.Count is 0 or > MaxReasons)
        {
            mistakes.Add(section, $"there are {section.Members.Count} reasons", $"Write 1 to {MaxReasons}");
        }

        var reasons = new Dictionary<ReasonCode, string>();
        foreach (var (word, meaning) in section.Members)
        {
            if (!ReasonCode.TryParse(word, out var code))
            {
                mistakes.Add(meaning, $"'{word}' is not a code", $"Write {ReasonCode.Form}, such as wrong_number");
            }
            else if (meaning.AsText(mistakes) is { } text)
            {
                if (text.Length > MaxText)
                {
                    mistakes.Add(
                        meaning, $"the text has {text.Length} characters", $"Write what the reason means, in at most {MaxText} characters");
                }

                reasons[code] = text;
            }
        }

        return reasons;
    }

    private sealed record Part
    {
        public int? WindowDays { get; init; }

        public int? EarliestHours { get; init; }

        public IReadOnlyDictionary<ReasonCode, string>? Reasons { get; init; }

        public decimal? MaxShare { get; init; }

        public int? MinAttempts { get; init; }

        public int? AnswerDays { get; init; }

        public ReturnSilence? Silence { get; init; }

        public bool? Again { get; init; }
    }
}
