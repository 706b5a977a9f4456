using System.Runtime.InteropServices;

namespace LeadFilter.Http.Answers;

/// <summary>What an Accept header says of one format, as its items are heard one by one.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Preference
{
    private int specificity;

    /// <summary>The format's weight in thousandths, by the most specific range so far; 0 if it is not accepted.</summary>
    public int Quality { get; private set; }

    public void Hear(MediaRange range, ReadOnlySpan<char> mediaType)
    {
        var heard = range.SpecificityFor(mediaType);
        if (heard == 0 || heard < specificity)
        {
            return;
        }

        Quality = heard > specificity ? range.Quality : Math.Max(Quality, range.Quality);
        specificity = heard;
    }
}
