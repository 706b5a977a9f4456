using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>An operator of the campaign language: a test, or its contrary.</summary>
public sealed record Operator
{
    private static readonly ValueKind[] Ordered = [ValueKind.Number, ValueKind.Instant];
    private static readonly ValueKind[] Texts = [ValueKind.Text];
    private static readonly ValueKind[] Every = [ValueKind.Text, ValueKind.Number, ValueKind.Flag, ValueKind.Instant];

    /// <summary>Every operator.</summary>
    public static IReadOnlyList<Operator> All { get; } =
    [
        new("valid", TestKind.Valid, false, Every, 0, 0, "is"),
        new("invalid", TestKind.Valid, true, Every, 0, 0, "is"),
        new("blank", TestKind.Blank, false, Every, 0, 0, "is"),
        new("not blank", TestKind.Blank, true, Every, 0, 0, "is"),
        new("true", TestKind.True, false, [ValueKind.Flag], 0, 0, "is"),
        new("not true", TestKind.True, true, [ValueKind.Flag], 0, 0, "is"),
        new("equal", TestKind.Equal, false, Every, 1, 1, "op"),
        new("not equal", TestKind.Equal, true, Every, 1, 1, "op"),
        new("<", TestKind.Less, false, Ordered, 1, 1, "op"),
        new(">=", TestKind.Less, true, Ordered, 1, 1, "op"),
        new(">", TestKind.Greater, false, Ordered, 1, 1, "op"),
        new("<=", TestKind.Greater, true, Ordered, 1, 1, "op"),
        new("between", TestKind.Between, false, Ordered, 2, 2, "op"),
        new("not between", TestKind.Between, true, Ordered, 2, 2, "op"),
        new("in", TestKind.In, false, [ValueKind.Text, ValueKind.Number], 1, int.MaxValue, "op"),
        new("not in", TestKind.In, true, [ValueKind.Text, ValueKind.Number], 1, int.MaxValue, "op"),
        new("includes", TestKind.Includes, false, Texts, 1, int.MaxValue, "op"),
        new("not includes", TestKind.Includes, true, Texts, 1, int.MaxValue, "op"),
        new("starts with", TestKind.StartsWith, false, Texts, 1, int.MaxValue, "op"),
        new("ends with", TestKind.EndsWith, false, Texts, 1, int.MaxValue, "op"),
        new("matches", TestKind.Matches, false, Texts, 1, 1, "op"),
        new("not matches", TestKind.Matches, true, Texts, 1, 1, "op"),
    ];

    private static readonly FrozenDictionary<string, Operator> ByWord = All.ToFrozenDictionary(op => op.Word, StringComparer.OrdinalIgnoreCase);

    private Operator(string word, TestKind test, bool contrary, IReadOnlyList<ValueKind> kinds, int minConstants, int maxConstants, string key)
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

    /// <summary>Whether its constants are values of the field's type; else they are text to look for.</summary>
    public bool TakesValues => Test is TestKind.Equal or TestKind.In or TestKind.Less or TestKind.Greater or TestKind.Between;

    /// <summary>Finds an operator by its word.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="found">The operator.</param>
    public static bool TryFind(string word, [NotNullWhen(true)] out Operator? found) => ByWord.TryGetValue(word, out found);
}
