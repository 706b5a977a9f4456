using System.Buffers;
using System.Runtime.InteropServices;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Lists;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>The tests of one field against constants.</summary>
internal static class ValueTests
{
    internal readonly struct IsTrue : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number != 0;
    }

    internal readonly struct IsObscene : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => Profanity.IsObscene(value.Text);
    }

    internal readonly struct TextIs(string text) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase);
    }

    internal readonly struct NumberIs(double number) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number.Equals(number);
    }

    internal readonly struct TextIn(ValueSet set) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => set.Contains(value.Text);
    }

    internal readonly struct NumberIn(ValueSet set) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => set.Contains(value.Number);
    }

    internal readonly struct Less(double bound) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number < bound;
    }

    internal readonly struct Greater(double bound) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number > bound;
    }

    [StructLayout(LayoutKind.Auto)]
    internal readonly struct Between(double low, double high) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number >= low && value.Number <= high;
    }

    /// <summary>From Friday to Monday: the range goes past the end of the week.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct BetweenRound(double from, double to) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Number >= from || value.Number <= to;
    }

    internal readonly struct Includes(SearchValues<string> needles) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => value.Text.ContainsAny(needles);
    }

    internal readonly struct StartsWith(string[] beginnings) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead)
        {
            foreach (var beginning in beginnings)
            {
                if (value.Text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal readonly struct EndsWith(string[] endings) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead)
        {
            foreach (var ending in endings)
            {
                if (value.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal readonly struct SimilarTo(string[] texts, int edits) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead)
        {
            foreach (var text in texts)
            {
                if (EditDistance.UpTo(edits, value.Text, text) <= edits)
                {
                    return true;
                }
            }

            return false;
        }
    }

    internal readonly struct Older(double milliseconds) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number > milliseconds;
    }

    internal readonly struct Newer(double milliseconds) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead) => lead.ReceivedAt.ToUnixTimeMilliseconds() - value.Number < milliseconds;
    }

    /// <summary>An instant before, or after, the beginning of months that end with the lead's receipt.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct InstantByMonths(CalendarLength length, bool older) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead)
        {
            var start = length.InstantBefore(lead.ReceivedAt);
            return older ? value.Number < start : value.Number > start;
        }
    }

    /// <summary>A date before, or after, the beginning of months that end with the lead's receipt.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct DateByMonths(CalendarLength length, bool older) : IValueTest
    {
        public bool Holds(in FieldValue value, Lead lead)
        {
            var start = length.DateBefore(lead.ReceivedAt);
            return older ? value.Number < start : value.Number > start;
        }
    }
}
