namespace LeadFilter.Core.Conditions;

/// <summary>A set of numbers in ascending order: eight bytes for each.</summary>
internal sealed class NumberValues
{
    private readonly double[] sorted;

    public NumberValues(IEnumerable<double> values)
    {
        sorted = [.. values];
        Array.Sort(sorted);
    }

    public int Count => sorted.Length;

    public bool Contains(double number) => sorted.AsSpan().BinarySearch(number) >= 0;
}
