using LeadFilter.Core.Fields.Names;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>
/// What first_name, last_name and full_name tell of whether they are somebody's: each by itself, and the first and the last together. So
/// Mickey and Mouse, who may be people, are a figure side by side.
/// </summary>
internal static class WholeNameFacts
{
    private static readonly string[] Names = ["first_name", "last_name", "full_name"];
    private static readonly NameKind[] Kinds = [NameKind.First, NameKind.Last, NameKind.Full];

    /// <summary>The facts.</summary>
    public static readonly IReadOnlyList<LeadFact> All =
    [
        Fact(
            "name.test",
            "Whether a name, or first and last name together, are test words or a placeholder: test, John Doe.",
            FakeNames.IsTest),
        Fact(
            "name.cartoon",
            "Whether a name, or first and last name together, are a fictional character from a cartoon, story, film or game: Mickey Mouse.",
            FakeNames.IsFigure),
        Fact(
            "name.celebrity",
            "Whether a name, or first and last name together, are a celebrity: Elvis Presley.",
            FakeNames.IsCelebrity),
        Fact("name.profane", "Whether a name, or first and last name together, are obscene or a vulgar joke.", ProfaneNames.IsProfane),
        Fact("name.fake", "Whether any of these is true, or a name was typed at random or has no letter.", FakeNames.IsFake),
    ];

    private delegate bool Judgement(in SoughtName name);

    private static LeadFact Fact(string name, string description, Judgement holds) =>
        new(name, description, Names, (lead, operands) => Holds(lead, operands, holds));

    private static bool? Holds(Lead lead, ReadOnlySpan<FieldOperand> operands, Judgement holds)
    {
        bool? known = null;
        Span<char> room = stackalloc char[SoughtName.Room];
        for (var i = 0; i < operands.Length; i++)
        {
            var value = operands[i].Read(lead);
            if (value.IsValid)
            {
                if (holds(new(value.Text, Kinds[i], room)))
                {
                    return true;
                }

                known = false;
            }
        }

        var (first, last) = (operands[0].Read(lead), operands[1].Read(lead));
        if (!first.IsValid || !last.IsValid)
        {
            return known;
        }

        Span<char> both = stackalloc char[(2 * NameKey.MaxCharacters) + 1];
        var length = Copy(first.Text, both);
        both[length++] = ' ';
        length += Copy(last.Text, both[length..]);
        return holds(new(both[..length], NameKind.Full, room));
    }

    private static int Copy(ReadOnlySpan<char> name, Span<char> destination)
    {
        name = name[..Math.Min(name.Length, NameKey.MaxCharacters)];
        name.CopyTo(destination);
        return name.Length;
    }
}
