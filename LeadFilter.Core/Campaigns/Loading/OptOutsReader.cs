using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Rules;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>
/// Reads the section <c>optOuts</c>, and makes the rule of the built-in list, which is asked by every e-mail and phone field unless
/// the campaign says otherwise.
/// </summary>
internal sealed class OptOutsReader(MistakeList mistakes)
{
    /// <summary>The section.</summary>
    public const string Key = "optOuts";

    private const string Ask = "ask";
    private const string Undelivered = "undelivered";

    /// <summary>The looked-up field of the built-in list; none if the campaign does not ask it, or names it among its lists.</summary>
    public static IReadOnlyList<FieldDefinition> ReadFields(FileNode? section, IReadOnlyList<FieldDefinition> lists)
    {
        var name = SuppressionCheck.FieldOf(OptOutPlan.List);
        return section?.Find(Ask) is { Kind: FileNodeKind.Boolean, Text: "false" } || lists.Any(list => list.Name == name)
            ? []
            : [new(name, BooleanType.Instance, "Whether the person has opted out of being contacted.") { IsLookedUp = true }];
    }

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; null if there is none.</param>
    /// <param name="lists">The lists of the section <c>suppression</c>, among which the campaign may name fields of its own.</param>
    /// <param name="layout">The fields.</param>
    public (OptOutPlan Plan, Rule? Rule) Read(FileNode? section, IReadOnlyList<SuppressionCheck> lists, FieldLayout layout)
    {
        var read = section.AsObject(mistakes);
        read?.OnlyKeys(mistakes, Ask, Undelivered);
        var named = lists.FirstOrDefault(static list => list.List == OptOutPlan.List);
        var isAsked = read?.Find(Ask) is not { } ask || ask.AsFlag(mistakes);
        var undelivered = read?.Find(Undelivered).AsWord(mistakes, "mark", "stop") == "stop" ? UndeliveredLead.Stop : UndeliveredLead.Mark;
        if (isAsked)
        {
            return named is not null ? (new(named, undelivered), null) : BuiltIn(layout, undelivered);
        }

        if (named is not null)
        {
            mistakes.Add(
                read!.Find(Ask)!,
                $"the list '{OptOutPlan.ListName}' is asked in \"suppression\"",
                $"Remove it there, or remove \"{Ask}\"");
        }

        if (read!.Find(Undelivered) is { } useless)
        {
            mistakes.Add(useless, "nobody asks who has opted out, so this says nothing", $"Remove it, or remove \"{Ask}\"");
        }

        return (OptOutPlan.None, null);
    }

    private static (OptOutPlan Plan, Rule? Rule) BuiltIn(FieldLayout layout, UndeliveredLead undelivered)
    {
        var sources = new List<SuppressionSource>();
        foreach (var field in layout.Fields)
        {
            SuppressionKind? kind = field switch
            {
                { IsLookedUp: true } => null,
                { Type: EmailType } => SuppressionKind.Email,
                { Type: PhoneType } => SuppressionKind.Phone,
                _ => null,
            };
            if (kind is { } known && layout.TryResolve(field.Name, out var source))
            {
                sources.Add(new(known, field.Name, source));
            }
        }

        var check = new SuppressionCheck(OptOutPlan.List, sources);
        if (!layout.TryResolve(check.Field, out var listed) || !Operator.TryFind("true", out var isTrue))
        {
            return (OptOutPlan.None, null);
        }

        var ground = new Ground(
            check.Field, Category.Suppressed, ReasonCode.OptedOut, "The person does not want to be contacted", RuleMode.Enforced)
        {
            Always = true,
        };
        return (new(check, undelivered), new(ground, new FieldTest(listed, isTrue, []), RejectIndeterminate: false));
    }
}
