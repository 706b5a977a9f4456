using System.Numerics;
using LeadFilter.Core.Leads.Clocks;

namespace LeadFilter.Core.Conditions;

/// <summary>
/// Compiles tests that go by the clock of the lead's person. What the test says by every clock that the person may have, it says; where
/// these disagree, or none is known, it is indeterminate.
/// </summary>
internal static class LeadClockTest
{
    /// <summary>Compiles a test.</summary>
    public static Check Compile(FieldTest test, LeadClock clock)
    {
        var alone = test with { Clock = null };
        var anywhere = TestCompiler.Compile(alone);

        // Made when the first lead of a zone comes. Two threads may make the same one; either will do.
        var byZone = new Check?[LeadClock.Zones.Count];
        return (lead, remembered) =>
        {
            var zones = clock.ZonesOf(lead);
            if (zones == 0)
            {
                var said = anywhere(lead, remembered);
                return said is Truth.Match or Truth.NoMatch ? Unknown(clock.IsUnreadable(lead)) : said;
            }

            var result = In(zones)(lead, remembered);
            for (var rest = zones & (zones - 1); rest != 0 && result is Truth.Match or Truth.NoMatch; rest &= rest - 1)
            {
                if (In(rest)(lead, remembered) != result)
                {
                    return Truth.Indeterminate;
                }
            }

            return result;
        };

        Check In(ulong zones)
        {
            var at = BitOperations.TrailingZeroCount(zones);
            return byZone[at] ??= TestCompiler.Compile(alone.In(LeadClock.Zones[at]));
        }
    }

    /// <summary>Compiles the hours: a lead is within them only if it is by every clock that its person may have.</summary>
    public static Check Compile(OutsideHours outside, LeadClock clock)
    {
        var hours = outside.Hours;
        return (lead, _) =>
        {
            var zones = clock.ZonesOf(lead);
            if (zones == 0)
            {
                return Unknown(clock.IsUnreadable(lead));
            }

            for (; zones != 0; zones &= zones - 1)
            {
                if (!hours.IsOpen(lead.ReceivedAt, LeadClock.Zones[BitOperations.TrailingZeroCount(zones)]))
                {
                    return Truth.Match;
                }
            }

            return Truth.NoMatch;
        };
    }

    private static Truth Unknown(bool isUnreadable) => isUnreadable ? Truth.Unreadable : Truth.Indeterminate;
}
