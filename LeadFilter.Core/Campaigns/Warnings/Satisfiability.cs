using LeadFilter.Core.Conditions;

namespace LeadFilter.Core.Campaigns.Warnings;

/// <summary>Whether a lead can be such that a condition comes out so.</summary>
internal static class Satisfiability
{
    /// <summary>Whether a condition can match. Only a sure no is a no.</summary>
    /// <param name="condition">The condition.</param>
    public static bool CanMatch(Condition condition) => CanBe([(condition, true)], []);

    /// <summary>Takes a condition apart into the tests that must all come out so.</summary>
    /// <param name="wanted">Conditions, each with whether it is to match or not to match.</param>
    /// <param name="alternatives">Gets the groups of which one member is enough.</param>
    public static List<(FieldTest Test, bool Match)> TestsOf(
        IEnumerable<(Condition Condition, bool Match)> wanted, ICollection<(ConditionGroup Group, bool Match)> alternatives)
    {
        var tests = new List<(FieldTest Test, bool Match)>();
        var pending = new Stack<(Condition Condition, bool Match)>(wanted.Reverse());
        while (pending.TryPop(out var next))
        {
            switch (next.Condition)
            {
                case FieldTest test:
                    tests.Add((test, next.Match));
                    break;
                case NamedCondition named:
                    pending.Push((named.Meaning, next.Match));
                    break;
                case ConditionGroup group:
                    // None is the contrary of Any; All asks all members to match, and Any asks all not to.
                    var match = group.Kind == GroupKind.None ? !next.Match : next.Match;
                    if ((group.Kind == GroupKind.All) == match)
                    {
                        foreach (var member in group.Members.Reverse())
                        {
                            pending.Push((member, match));
                        }
                    }
                    else
                    {
                        alternatives.Add((group, match));
                    }

                    break;
            }
        }

        return tests;
    }

    private static bool CanBe(IEnumerable<(Condition Condition, bool Match)> wanted, Dictionary<string, FieldDomain> domains)
    {
        var alternatives = new List<(ConditionGroup Group, bool Match)>();
        foreach (var (test, match) in TestsOf(wanted, alternatives))
        {
            if (!domains.TryGetValue(test.Subject, out var domain))
            {
                domains[test.Subject] = domain = new();
            }

            domain.Narrow(test, match, orUnknown: false);
            if (domain.IsEmpty)
            {
                return false;
            }
        }

        return alternatives.TrueForAll(alternative => alternative.Group.Members.Any(member =>
            CanBe([(member, alternative.Match)], domains.ToDictionary(pair => pair.Key, pair => new FieldDomain(pair.Value)))));
    }
}
