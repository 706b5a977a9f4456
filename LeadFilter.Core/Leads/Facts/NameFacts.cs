using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>What a lead's names say together.</summary>
internal static class NameFacts
{
    /// <summary>The facts.</summary>
    public static readonly IReadOnlyList<LeadFact> All =
    [
        new("name.same", "Whether first_name and last_name are the same.", ["first_name", "last_name"], AreSame),
        new("name.in_email", "Whether a name of three or more letters occurs before the @ of the e-mail address.",
            ["email.user", "first_name", "last_name", "full_name.first", "full_name.last"], IsInEmail),
    ];

    private const int MinLetters = 3;

    private static bool? AreSame(Lead lead, ReadOnlySpan<FieldOperand> names)
    {
        var (first, last) = (names[0].Read(lead), names[1].Read(lead));
        if (!first.IsValid || !last.IsValid)
        {
            return null;
        }

        var firstKey = NameKey.Write(first.Text, stackalloc char[NameKey.MaxCharacters]);
        var lastKey = NameKey.Write(last.Text, stackalloc char[NameKey.MaxCharacters]);
        return firstKey.SequenceEqual(lastKey) && !firstKey.IsEmpty;
    }

    private static bool? IsInEmail(Lead lead, ReadOnlySpan<FieldOperand> operands)
    {
        var email = operands[0].Read(lead);
        if (!email.IsValid)
        {
            return null;
        }

        var user = Letters(email.Text, stackalloc char[NameKey.MaxCharacters]);
        Span<char> room = stackalloc char[NameKey.MaxCharacters];
        bool? known = null;
        foreach (var operand in operands[1..])
        {
            var name = operand.Read(lead);
            var letters = name.IsValid ? Letters(name.Text, room) : default;
            if (letters.Length < MinLetters)
            {
                continue;
            }

            if (user.IndexOf(letters) >= 0)
            {
                return true;
            }

            known = false;
        }

        return known;
    }

    // Jean-Luc is jeanluc, as in jeanluc.picard@.
    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Span<char> room)
    {
        var key = room[..NameKey.Write(text, room).Length];
        var length = 0;
        foreach (var c in key)
        {
            if (c != ' ')
            {
                room[length++] = c;
            }
        }

        return room[..length];
    }
}
