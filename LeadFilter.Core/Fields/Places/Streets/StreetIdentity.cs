namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// One text for all spellings of a street, by which duplicates and suppression lists know it: words in small letters without accents and
/// signs, abbreviated as USPS Publication 28 does; the house number first, the flat's number last and without the word that announces it;
/// no town.
/// </summary>
internal static class StreetIdentity
{
    /// <summary>Writes it: <c>123 n main st 4b</c>.</summary>
    /// <param name="text">The canonical text of a street, and of its flat behind it.</param>
    /// <returns>Empty if the text only announces a flat: <c>Apt</c>.</returns>
    public static string Of(ReadOnlySpan<char> text)
    {
        var line = new StreetLine(text, stackalloc StreetToken[text.Length], stackalloc char[text.Length]);
        var layout = StreetLayout.Of(in line);
        var writer = new IdentityWriter(stackalloc char[IdentityWriter.RoomFor(text.Length)]);
        if (layout.IsRoute)
        {
            StreetRoute.Write(in line, layout.Name, ref writer);
            writer.Word("box");
            WriteNumber(in line, layout.Number, ref writer);
        }
        else if (layout.IsBox && line[0] is "po")
        {
            writer.Word("po");
            writer.Word("box");
            WriteBox(in line, layout.Number, ref writer);
        }
        else
        {
            WriteNumber(in line, layout.Number, ref writer);
            StreetName.Write(in line, layout.Name, !layout.Number.Equals(default), ref writer);
            StreetName.Write(in line, layout.Before, hasNumber: false, ref writer);
        }

        UnitIdentity.Write(in line, in layout, ref writer);
        return writer.ToString();
    }

    // With its zeros: a post office may have a box 012 besides its box 12 (Publication 28, section 282).
    private static void WriteBox(in StreetLine line, Range number, ref IdentityWriter writer)
    {
        for (var at = number.Start.Value; at < number.End.Value; at++)
        {
            writer.Words(line[at]);
        }
    }

    // 00283 is 283, 1501 A and 1501-A are 1501a, One is 1.
    private static void WriteNumber(in StreetLine line, Range number, ref IdentityWriter writer)
    {
        writer.BeginValue();
        for (var at = number.Start.Value; at < number.End.Value; at++)
        {
            if (StreetNumber.IsGrid(line[at]))
            {
                writer.Joined(line[at]);
            }
            else
            {
                writer.Value(line.ShortInUnit(at));
            }
        }
    }
}
