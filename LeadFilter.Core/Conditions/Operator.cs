using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>An operator of the campaign language: a test, or its contrary.</summary>
public sealed record Operator
{
    /// <summary>How many edits <c>similar to</c> may allow.</summary>
    public const int MaxEdits = 3;

    private const string Is = "is";
    private const string Op = "op";
    private const int Any = int.MaxValue;

    private static readonly ValueKind[] Texts = [ValueKind.Text];
    private static readonly ValueKind[] Flags = [ValueKind.Flag];
    private static readonly ValueKind[] Every = [.. Enum.GetValues<ValueKind>()];
    private static readonly ValueKind[] Ordered = [ValueKind.Number, ValueKind.Instant, ValueKind.Date, ValueKind.TimeOfDay];
    private static readonly ValueKind[] Ranged = [.. Ordered, ValueKind.Weekday];
    private static readonly ValueKind[] Listed = [ValueKind.Text, ValueKind.Number, ValueKind.Date, ValueKind.Weekday];
    private static readonly ValueKind[] Dated = [ValueKind.Instant, ValueKind.Date];

    /// <summary>Every operator.</summary>
    public static IReadOnlyList<Operator> All { get; } =
    [
        new("valid", TestKind.Valid, false, Every, 0, 0, Is),
        new("invalid", TestKind.Valid, true, Every, 0, 0, Is),
        new("blank", TestKind.Blank, false, Every, 0, 0, Is),
        new("not blank", TestKind.Blank, true, Every, 0, 0, Is),
        new("true", TestKind.True, false, Flags, 0, 0, Is),
        new("not true", TestKind.True, true, Flags, 0, 0, Is),
        new("false", TestKind.True, true, Flags, 0, 0, Is),
        new("obscene", TestKind.Obscene, false, Texts, 0, 0, Is),
        new("not obscene", TestKind.Obscene, true, Texts, 0, 0, Is),
        new("equal", TestKind.Equal, false, Every, 1, 1, Op),
        new("not equal", TestKind.Equal, true, Every, 1, 1, Op),
        new("<", TestKind.Less, false, Ordered, 1, 1, Op),
        new(">=", TestKind.Less, true, Ordered, 1, 1, Op),
        new(">", TestKind.Greater, false, Ordered, 1, 1, Op),
        new("<=", TestKind.Greater, true, Ordered, 1, 1, Op),
        new("between", TestKind.Between, false, Ranged, 2, 2, Op),
        new("not between", TestKind.Between, true, Ranged, 2, 2, Op),
        new("in", TestKind.In, false, Listed, 1, Any, Op),
        new("not in", TestKind.In, true, Listed, 1, Any, Op),
        new("includes", TestKind.Includes, false, Texts, 1, Any, Op),
        new("not includes", TestKind.Includes, true, Texts, 1, Any, Op),
        new("starts with", TestKind.StartsWith, false, Texts, 1, Any, Op),
        new("not starts with", TestKind.StartsWith, true, Texts, 1, Any, Op),
        new("ends with", TestKind.EndsWith, false, Texts, 1, Any, Op),
        new("not ends with", TestKind.EndsWith, true, Texts, 1, Any, Op),
        new("matches", TestKind.Matches, false, Texts, 1, 1, Op),
        new("not matches", TestKind.Matches, true, Texts, 1, 1, Op),
        new("similar to", TestKind.Similar, false, Texts, 1, Any, Op),
        new("not similar to", TestKind.Similar, true, Texts, 1, Any, Op),
        new("older than", TestKind.Older, false, Dated, 1, 1, Op),
        new("newer than", TestKind.Newer, false, Dated, 1, 1, Op),
    ];

    private static readonly FrozenDictionary<string, Operator> ByWord =
        All.ToFrozenDictionary(op => op.Word, StringComparer.OrdinalIgnoreCase);

    private Operator(
        string word,
        TestKind test,
        bool contrary,
        IReadOnlyList<ValueKind> kinds,
        int minConstants,
        int maxConstants,
        string key)
    {
        Word = word;
        Test = test;
        Contrary = contrary;
        Kinds = kinds;
        MinConstants = minConstants;
        MaxConstants = maxConstants;
        Key = key;
    }

    /// <summary>The word in the campaign file, such as <c>not in</c>.</summary>
    public string Word { get; }

    /// <summary>The test.</summary>
    public TestKind Test { get; }

    /// <summary>Whether the operator matches where the test does not.</summary>
    public bool Contrary { get; }

    /// <summary>The kinds of value on which it makes sense.</summary>
    public IReadOnlyList<ValueKind> Kinds { get; }

    /// <summary>The fewest constants that it takes.</summary>
    public int MinConstants { get; }

    /// <summary>The most constants that it takes.</summary>
    public int MaxConstants { get; }

    /// <summary>The key under which it stands: <c>is</c> without constants, else <c>op</c>.</summary>
    public string Key { get; }

    /// <summary>Whether it can be said of a field that is missing, blank or invalid.</summary>
    public bool IsTotal => Test is TestKind.Valid or TestKind.Blank;

    /// <summary>Whether its constants are values of the field's type; else they are text to look for, a pattern or a duration.</summary>
    public bool TakesValues =>
        Test is TestKind.Equal or TestKind.In or TestKind.Less or TestKind.Greater or TestKind.Between or TestKind.Similar;

    /// <summary>Whether another field may stand in the place of its constant.</summary>
    public bool TakesOther =>
        Test is TestKind.Equal or TestKind.Less or TestKind.Greater or TestKind.Includes or TestKind.StartsWith or TestKind.EndsWith;

    /// <summary>Whether a named list may stand in the place of its constants.</summary>
    public bool TakesList => Test == TestKind.In;

    /// <summary>Whether it needs a number of edits.</summary>
    public bool TakesEdits => Test == TestKind.Similar;

    /// <summary>Whether it makes sense on fields of a type.</summary>
    /// <param name="type">The type.</param>
    public bool Fits(FieldType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Kinds.Contains(type.Kind) && (Test != TestKind.Obscene || type.HoldsWords);
    }

    /// <summary>Finds an operator by its word.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="found">The operator.</param>
    public static bool TryFind(string word, [NotNullWhen(true)] out Operator? found) => ByWord.TryGetValue(word, out found);
}
