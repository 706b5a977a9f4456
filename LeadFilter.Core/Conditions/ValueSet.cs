namespace LeadFilter.Core.Conditions;

/// <summary>
/// The values of an <c>in</c>, standardised, of one type: texts without case, or numbers. Immutable; one set serves every rule that
/// names it.
/// </summary>
public sealed class ValueSet
{
    private readonly TextValues? texts;
    private readonly NumberValues? numbers;

    private ValueSet(TextValues? texts, NumberValues? numbers)
    {
        this.texts = texts;
        this.numbers = numbers;
    }

    /// <summary>How many values there are; those that stand there twice count twice.</summary>
    public int Count => texts?.Count ?? numbers?.Count ?? 0;

    /// <summary>A set of texts.</summary>
    /// <param name="values">Canonical texts.</param>
    public static ValueSet OfTexts(IEnumerable<string> values) => new(new(values), null);

    /// <summary>A set of numbers.</summary>
    /// <param name="values">The numbers, as <see cref="Fields.FieldValue.Number"/> has them.</param>
    public static ValueSet OfNumbers(IEnumerable<double> values) => new(null, new(values));

    /// <summary>Whether a text is in the set.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(ReadOnlySpan<char> text) => texts is not null && texts.Contains(text);

    /// <summary>Whether a number is in the set.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(double number) => numbers is not null && numbers.Contains(number);
}
