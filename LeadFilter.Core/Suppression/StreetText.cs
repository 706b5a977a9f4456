using System.Collections.Frozen;
using System.Text;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Suppression;

/// <summary>One text for the usual ways of writing a street address: <c>123 N. Main Street, Apt. #4</c> is <c>123 n main st 4</c>.</summary>
internal static class StreetText
{
    private const int MostCharacters = 300;

    /// <summary>Words that only say that a flat's number follows.</summary>
    private static readonly FrozenSet<string> UnitWords =
        new[] { "apt", "apartment", "unit", "suite", "ste", "no", "number", "room", "rm" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Long words and those of USPS Publication 28, appendices B and C1: the directions and the most frequent kinds of streets.</summary>
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>
    {
        ["north"] = "n", ["south"] = "s", ["east"] = "e", ["west"] = "w",
        ["northeast"] = "ne", ["northwest"] = "nw", ["southeast"] = "se", ["southwest"] = "sw",
        ["alley"] = "aly", ["avenue"] = "ave", ["av"] = "ave", ["aven"] = "ave", ["boulevard"] = "blvd", ["boul"] = "blvd",
        ["bridge"] = "brg", ["circle"] = "cir", ["circ"] = "cir", ["court"] = "ct", ["cove"] = "cv", ["creek"] = "crk",
        ["crescent"] = "cres", ["crossing"] = "xing", ["drive"] = "dr", ["driv"] = "dr", ["estates"] = "ests",
        ["expressway"] = "expy", ["freeway"] = "fwy", ["grove"] = "grv", ["heights"] = "hts", ["highway"] = "hwy",
        ["hill"] = "hl", ["hills"] = "hls", ["junction"] = "jct", ["lake"] = "lk", ["lane"] = "ln", ["meadows"] = "mdws",
        ["mountain"] = "mtn", ["mount"] = "mt", ["parkway"] = "pkwy", ["pkway"] = "pkwy", ["place"] = "pl", ["plaza"] = "plz",
        ["point"] = "pt", ["ridge"] = "rdg", ["road"] = "rd", ["route"] = "rte", ["square"] = "sq", ["station"] = "sta",
        ["street"] = "st", ["str"] = "st", ["strt"] = "st", ["terrace"] = "ter", ["terr"] = "ter", ["trail"] = "trl",
        ["turnpike"] = "tpke", ["valley"] = "vly", ["view"] = "vw", ["village"] = "vlg", ["vista"] = "vis",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Writes the text.</summary>
    /// <param name="street">The street as it was written.</param>
    /// <returns>Words in lower case with one space between them; empty if there is none, or if there are too many.</returns>
    public static string Canonical(string street)
    {
        if (street.Length > MostCharacters)
        {
            return "";
        }

        var written = new StringBuilder(street.Length);
        var word = new StringBuilder();
        foreach (var c in street)
        {
            if (LatinLetters.BaseOf(c) is not '\0' and var letter)
            {
                word.Append(letter);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '\u2019' or '.') && !LatinLetters.IsMark(c))
            {
                End(word, written);
            }
        }

        End(word, written);
        return written.ToString();
    }

    private static void End(StringBuilder word, StringBuilder written)
    {
        if (word.Length == 0)
        {
            return;
        }

        var text = word.ToString();
        word.Clear();
        if (!UnitWords.Contains(text))
        {
            written.Append(written.Length > 0 ? " " : "").Append(Abbreviations.GetValueOrDefault(text, text));
        }
    }
}
