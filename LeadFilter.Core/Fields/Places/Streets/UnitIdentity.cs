namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Writes a flat for the identity of its street, in one order however it was written: what is neither, then the building, the floor, the
/// flat. Words that say no more than that a flat's number follows are left out.
/// </summary>
internal static class UnitIdentity
{
    private enum Rank
    {
        Other,
        Building,
        Floor,
        Flat,
    }

    /// <summary>Writes it: bldg 2 fl 3 4b.</summary>
    /// <param name="line">The street.</param>
    /// <param name="layout">Where its flat stands.</param>
    /// <param name="writer">Takes the words.</param>
    public static void Write(in StreetLine line, in StreetLayout layout, ref IdentityWriter writer)
    {
        if (layout.LeadingUnit.Equals(default) && layout.MiddleUnit.Equals(default) && layout.TrailingUnit.Equals(default))
        {
            return;
        }

        for (var rank = Rank.Other; rank <= Rank.Flat; rank++)
        {
            var from = writer.Length;
            Write(in line, layout.LeadingUnit, rank, from, ref writer);
            Write(in line, layout.MiddleUnit, rank, from, ref writer);
            Write(in line, layout.TrailingUnit, rank, from, ref writer);
        }
    }

    private static void Write(in StreetLine line, Range unit, Rank wanted, int from, ref IdentityWriter writer)
    {
        var rank = Rank.Flat;
        var (isAnnounced, begin) = (false, writer.Length);
        writer.BeginValue();
        for (var at = unit.Start.Value; at < unit.End.Value; at++)
        {
            var kind = line.Kind(at);
            if ((kind & StreetWordKind.Mark) != StreetWordKind.None)
            {
                isAnnounced = true;
                continue;
            }

            var isFloorBehind = at + 1 < unit.End.Value && line.Is(at + 1, StreetWordKind.Floor)
                && (StreetNumber.IsOrdinal(line[at]) || (kind & StreetWordKind.Ordinal) != StreetWordKind.None);
            if (isFloorBehind)
            {
                if (wanted == Rank.Floor)
                {
                    writer.Word("fl");
                    writer.BeginValue();
                    writer.Value(WithoutOrdinal(line.Short(at)));
                }

                (rank, isAnnounced, at) = (Rank.Flat, false, at + 1);
                continue;
            }

            if (RankOf(kind) is { } announced)
            {
                if (wanted == Rank.Flat && announced == Rank.Flat)
                {
                    writer.DropRepetition(from, begin);
                    begin = writer.Length;
                    writer.BeginValue();
                }

                (rank, isAnnounced) = (announced, true);
                if (rank == wanted && (kind & StreetWordKind.Silent) == StreetWordKind.None)
                {
                    writer.Word(line.ShortInUnit(at));
                    writer.BeginValue();
                }

                continue;
            }

            var isAlone = (kind & StreetWordKind.Alone) != StreetWordKind.None;
            if (!isAnnounced && line.Break(at) == StreetBreak.Comma && at > unit.Start.Value && !isAlone && !StreetNumber.HasDigit(line[at])
                && line[at].Length > 1)
            {
                rank = Rank.Other;
            }

            // Forms write Apt N/A.
            var isNone = isAnnounced && line[at] is "none" or "n/a" or "na" or "null";
            if (rank == wanted && !isNone)
            {
                WriteValue(in line, at, isAnnounced && IsLastOfValue(in line, at, unit.End.Value), ref writer);
            }

            // Bldg A 3 is flat 3 in building A.
            rank = rank is Rank.Building or Rank.Floor ? Rank.Flat : rank;
            isAnnounced = false;
        }

        if (wanted == Rank.Flat)
        {
            writer.DropRepetition(from, begin);
        }
    }

    private static Rank? RankOf(StreetWordKind kind) =>
        (kind & StreetWordKind.Building) != StreetWordKind.None ? Rank.Building
            : (kind & StreetWordKind.Floor) != StreetWordKind.None ? Rank.Floor
            : (kind & StreetWordKind.Unit) != StreetWordKind.None ? Rank.Flat
            : null;

    private static void WriteValue(in StreetLine line, int at, bool isAlone, ref IdentityWriter writer)
    {
        // Apt E is no eastern part of the street.
        if (isAlone && line[at] is "n" or "s" or "e" or "w")
        {
            writer.Word("#");
        }

        if (line.Is(at, StreetWordKind.Ordinal) || StreetNumber.IsOrdinal(line[at]))
        {
            writer.Value(WithoutOrdinal(line.Short(at)));
        }
        else
        {
            writer.Value(line.ShortInUnit(at));
        }
    }

    private static bool IsLastOfValue(in StreetLine line, int at, int end) =>
        at + 1 >= end || line.Break(at + 1) == StreetBreak.Comma || !StreetNumber.HasDigit(line[at + 1]);

    private static ReadOnlySpan<char> WithoutOrdinal(ReadOnlySpan<char> word) =>
        StreetNumber.IsOrdinal(word) ? word[..^2] : word;
}
