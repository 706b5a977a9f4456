namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// The routes of rural boxes in one form: RR for rural routes, RFD and RD, HC for highway contract and star routes. Facts: USPS Publication
/// 28, sections 24 and 25; they have no leading zeros.
/// </summary>
internal static class StreetRoute
{
    /// <summary>Writes it: rr 2, hc 68, psc 802.</summary>
    /// <param name="line">The street.</param>
    /// <param name="name">The places of the route's words.</param>
    /// <param name="writer">Takes the words.</param>
    public static void Write(in StreetLine line, Range name, ref IdentityWriter writer)
    {
        var (at, end) = (name.Start.Value, name.End.Value);
        var (known, count) = Known(in line, at, end);
        if (count > 0)
        {
            writer.Word(known);
            at += count;
        }

        for (; at < end; at++)
        {
            if (line[at] is "#" || line.Is(at, StreetWordKind.Mark))
            {
                continue;
            }

            if (StreetNumber.HasDigit(line[at]))
            {
                writer.BeginValue();
                writer.Value(line[at]);
            }
            else
            {
                writer.Word(line.Short(at));
            }
        }
    }

    private static (string Known, int Count) Known(in StreetLine line, int at, int end)
    {
        var next = at + 1 < end ? line.Short(at + 1) : default;
        return line.Short(at) switch
        {
            "rr" or "rfd" or "rd" or "rte" => ("rr", 1),
            "r" when next is "r" => ("rr", 2),
            "rural" when next is "rte" or "rr" or "rd" => ("rr", 2),
            "rural" => ("rr", 1),
            "hc" or "hcr" => ("hc", 1),
            "hwy" when next is "contract" => ("hc", at + 2 < end && line.Short(at + 2) is "rte" ? 3 : 2),
            "star" when next is "rte" => ("hc", 2),
            _ => ("", 0),
        };
    }
}
