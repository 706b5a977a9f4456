namespace LeadFilter.Core.Fields.Phones;

/// <summary>National numbers that show their last two digits only: <c>********32</c>. Each is made once and kept: there are few.</summary>
internal static class MaskedNumbers
{
    private const int Shown = 2;
    private const int MaxDigits = 17;
    private const int Endings = 100;

    private static readonly string?[] Known = new string?[(MaxDigits + 1) * Endings];

    /// <summary>Masks a number.</summary>
    /// <param name="national">2 to 17 digits.</param>
    public static string Mask(ReadOnlySpan<char> national)
    {
        var ending = national[^Shown..];
        ref var known = ref Known[(national.Length * Endings) + ((ending[0] - '0') * 10) + (ending[1] - '0')];
        return known ??= string.Concat(new string('*', national.Length - Shown), ending);
    }
}
