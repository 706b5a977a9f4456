using System.Globalization;

namespace LeadFilter.Http.Answers;

/// <summary>One item of an Accept header.</summary>
internal readonly ref struct MediaRange
{
    private const int FullQuality = 1000;

    private MediaRange(ReadOnlySpan<char> type, int quality)
    {
        Type = type;
        Quality = quality;
    }

    /// <summary>The media type or range, such as <c>application/*</c>, without parameters.</summary>
    public ReadOnlySpan<char> Type { get; }

    /// <summary>Its weight in thousandths, 0 to 1000; what is not readable as a weight counts as 1000.</summary>
    public int Quality { get; }

    public static MediaRange Read(ReadOnlySpan<char> item)
    {
        var quality = FullQuality;
        var end = item.IndexOf(';');
        if (end >= 0)
        {
            foreach (var part in item[(end + 1)..].Split(';'))
            {
                var parameter = item[(end + 1)..][part].Trim();
                if (parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                    && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
                {
                    quality = (int)(Math.Min(weight, 1) * FullQuality);
                }
            }

            item = item[..end];
        }

        return new(item.Trim(), quality);
    }

    /// <summary>How exactly the range names a media type: 3 by name, 2 by its kind, 1 by anything, 0 not at all.</summary>
    public int SpecificityFor(ReadOnlySpan<char> mediaType)
    {
        if (Type.Equals(mediaType, StringComparison.OrdinalIgnoreCase))
        {
            return 3;
        }

        // A bare "*" is what java.net.HttpURLConnection sends.
        if (Type is "*/*" or "*")
        {
            return 1;
        }

        return Type.EndsWith("/*") && mediaType.StartsWith(Type[..^1], StringComparison.OrdinalIgnoreCase) ? 2 : 0;
    }
}
