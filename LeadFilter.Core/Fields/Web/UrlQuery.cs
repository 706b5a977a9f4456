namespace LeadFilter.Core.Fields.Web;

/// <summary>The parameters of a web address's query, as forms write them (WHATWG URL, application/x-www-form-urlencoded).</summary>
internal static class UrlQuery
{
    /// <summary>Finds a parameter: the first with the name and something in it.</summary>
    /// <param name="url">A canonical address.</param>
    /// <param name="name">The parameter's name; letters are compared without case.</param>
    /// <returns>Its value with plus signs and percent-encoding decoded and white space around it taken away; missing if there is
    /// none.</returns>
    public static FieldValue Find(in FieldValue url, ReadOnlySpan<char> name)
    {
        var text = url.Text;
        var start = text.IndexOf('?') + 1;
        while (start > 0 && start < text.Length)
        {
            var length = text[start..].IndexOf('&');
            var end = length < 0 ? text.Length : start + length;
            var valueStart = start + name.Length + 1;
            if (valueStart < end && text[valueStart - 1] == '=' && text[start..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && Value(url, valueStart, end) is { IsValid: true } value)
            {
                return value;
            }

            start = end + 1;
        }

        return FieldValue.Missing;
    }

    private static FieldValue Value(in FieldValue url, int start, int end)
    {
        var written = url.Text[start..end];
        if (!written.ContainsAny('%', '+'))
        {
            return url.Part(start, end - start);
        }

        var value = Uri.UnescapeDataString(written.ToString().Replace('+', ' ')).Trim();
        return value.Length == 0 ? FieldValue.Missing : FieldValue.Valid(url.Raw!, value);
    }
}
