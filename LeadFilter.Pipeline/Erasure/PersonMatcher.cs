using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>Tells whether a message of the queue is about a person: by a field, or within any text of the lead.</summary>
/// <param name="person">The person.</param>
internal sealed class PersonMatcher(Person person)
{
    private const int IdDigits = 32;

    /// <summary>The lead of a message, if it is about the person.</summary>
    /// <param name="message">The message.</param>
    /// <param name="lead">Its id.</param>
    public bool Matches(QueueMessage message, out LeadId lead)
    {
        if (LeadMessageJson.TryRead(message.Body.Span, out var read, out _))
        {
            lead = read.Id;
            return read.Fields.Any(field => IsIn(field.Value));
        }

        // What cannot be read as a lead may hold one all the same. The first part of a message's id is the lead's.
        return LeadId.TryParse(message.MessageId[..Math.Min(IdDigits, message.MessageId.Length)], out lead)
            && IsIn(Encoding.UTF8.GetString(message.Body.Span));
    }

    private bool IsIn(string text) => person.Values.Any(value => value.Identity.Kind == SuppressionKind.Email
        ? IsAddress(value.Identity, text)
        : IsNumber(value.Identity, text));

    private static bool IsAddress(SuppressionIdentity address, string text) =>
        text.Contains('@', StringComparison.Ordinal)
        && ((SuppressionIdentity.TryRead(SuppressionKind.Email, text, out var other, out _) && other.Text == address.Text)
            || text.Contains(address.Text, StringComparison.OrdinalIgnoreCase)
            || address.Others.Any(known => text.Contains(known, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNumber(SuppressionIdentity number, string text)
    {
        if (SuppressionIdentity.TryRead(SuppressionKind.Phone, text, out var other, out _) && other.Text == number.Text)
        {
            return true;
        }

        var digits = new StringBuilder();
        foreach (var c in text.AsSpan())
        {
            if (char.IsAsciiDigit(c))
            {
                digits.Append(c);
            }
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '+' or '/'))
            {
                if (number.Others.Contains(digits.ToString()))
                {
                    return true;
                }

                digits.Clear();
            }
        }

        return number.Others.Contains(digits.ToString());
    }
}
