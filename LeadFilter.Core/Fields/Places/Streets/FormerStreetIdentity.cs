using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Identities for suppression lists as they were written until 2026-11-30: word by word, with fewer abbreviations, a flat's number wherever
/// it stood. Entries of that time are stored under them, and an opt-out holds for good.
/// </summary>
internal static class FormerStreetIdentity
{
    private const string Abbreviations =
        """
        north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw alley=aly avenue=ave av=ave aven=ave
        boulevard=blvd boul=blvd bridge=brg circle=cir circ=cir court=ct cove=cv creek=crk crescent=cres crossing=xing drive=dr driv=dr
        estates=ests expressway=expy freeway=fwy grove=grv heights=hts highway=hwy hill=hl hills=hls junction=jct lake=lk lane=ln
        meadows=mdws mountain=mtn mount=mt parkway=pkwy pkway=pkwy place=pl plaza=plz point=pt ridge=rdg road=rd route=rte square=sq
        station=sta street=st str=st strt=st terrace=ter terr=ter trail=trl turnpike=tpke valley=vly view=vw village=vlg vista=vis
        """;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        Abbreviations
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('='))
            .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes it.</summary>
    /// <param name="text">The canonical text of a street, and of its flat behind it.</param>
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<char> identity = stackalloc char[2 * StreetText.Room];
        Span<char> room = stackalloc char[StreetText.Room];
        var length = 0;
        while (NextWord(ref text, room) is > 0 and var end)
        {
            ReadOnlySpan<char> word = room[..end];
            if (word is "#" or "apt" or "apartment" or "unit" or "suite" or "ste" or "no" or "number" or "room" or "rm")
            {
                continue;
            }

            if (length > 0)
            {
                identity[length++] = ' ';
            }

            word = ByWord.TryGetValue(word, out var found) ? found : word;
            word.CopyTo(identity[length..]);
            length += word.Length;
        }

        return identity[..length].ToString();
    }

    // Writes it in small letters without accents, apostrophes and dots; # is a word. Its length is zero at the end of the text.
    private static int NextWord(ref ReadOnlySpan<char> text, scoped Span<char> room)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            var c = text[0];
            if (LatinLetters.BaseOf(c) is not '\0' and var letter)
            {
                room[length++] = letter;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                room[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && c is not ('\'' or '\u2019' or '.') && !LatinLetters.IsMark(c))
            {
                break;
            }
            else if (c == '#')
            {
                room[length++] = c;
                text = text[1..];
                break;
            }

            text = text[1..];
        }

        return length;
    }
}
