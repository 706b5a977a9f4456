using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Scores;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the section <c>score</c>.</summary>
internal sealed class ScoreReader(ConditionReader conditions, RuleReader rules, MistakeList mistakes)
{
    private const decimal MaxPoints = 1000;
    private const decimal MaxScore = 1_000_000;
    private const string DefaultSince = "created_at";

    public ScorePlan? Read(FileNode? section)
    {
        if (section.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "points", "min", "max", "sales", "nurture", "text", "mode");
        var points = ReadPoints(found.Required("points", mistakes, "Add \"points\": [ { \"id\": …, \"when\": …, \"points\": 10 } ]"));
        var min = ReadScore(found.Find("min")) ?? 0;
        var max = ReadScore(found.Find("max")) ?? 100;
        var sales = ReadScore(found.Required("sales", mistakes, "Add \"sales\": 60, the least score of leads for the salesmen"));
        var nurture = ReadScore(found.Find("nurture")) ?? sales;
        var text = found.Find("text").AsText(mistakes) ?? "The lead's score is too low";
        var mode = rules.ReadMode(found.Find("mode"));
        if (sales is not { } forSales || nurture is not { } forNurture)
        {
            return null;
        }

        if (min >= max)
        {
            mistakes.Add(
                found.Find("max") ?? found.Find("min")!,
                $"the least score ({min}) is not less than the greatest ({max})",
                "Make 'min' less than 'max' (the defaults are 0 and 100)");
        }
        else if (forSales > max || forSales < min)
        {
            mistakes.Add(
                found.Find("sales")!,
                $"no score reaches 'sales': scores lie from {min} to {max}",
                "Write a score within 'min' and 'max'");
        }

        if (forNurture > forSales)
        {
            mistakes.Add(
                found.Find("nurture")!,
                $"'nurture' ({forNurture}) is more than 'sales' ({forSales})",
                "From 'nurture' to 'sales' a lead is warmed up: write a score that is not more than 'sales'");
        }

        return new(points, min, max, forSales, forNurture, new("score", Category.Score, ReasonCode.LowScore, text, mode));
    }

    private double? ReadScore(FileNode? node) => (double?)node.AsDecimal(-MaxScore, MaxScore, mistakes);

    private List<ScorePoint> ReadPoints(FileNode? section)
    {
        var points = new List<ScorePoint>();
        foreach (var node in section.AsArray(mistakes))
        {
            if (ReadPoint(node) is not { } point)
            {
                continue;
            }

            if (points.Exists(other => other.Id == point.Id))
            {
                mistakes.Add(node.Find("id")!, $"other points have the id '{point.Id}'", "Give each an id of its own");
            }

            points.Add(point);
        }

        if (section is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(section, "nothing gives points", "Add { \"id\": …, \"when\": …, \"points\": 10 }, or remove \"score\"");
        }

        return points;
    }

    private ScorePoint? ReadPoint(FileNode node)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "id", "kind", "when", "points", "per", "most", "halfLifeDays", "since");
        var id = node.Required("id", mistakes, "Add \"id\": \"a-short-name\"").AsText(mistakes);
        if (id is not null && !Slug.IsSlug(id))
        {
            mistakes.Add(node.Find("id")!, $"'{id}' is not a valid id", $"Write {Slug.Form}");
        }

        var kind = node.Find("kind").AsWord(mistakes, "profile", "behaviour") == "behaviour" ? ScoreKind.Behaviour : ScoreKind.Profile;
        var number = node.Required("points", mistakes, "Add \"points\": 10, or less than 0 to take points away")
            .AsDecimal(-MaxPoints, MaxPoints, mistakes);
        if (node.Find("when") is null && node.Find("per") is null)
        {
            mistakes.Add(node, "every lead gets these points", "Add \"when\": a condition, or \"per\": a field that is a number");
        }

        var per = ReadOperand(node.Find("per"), ValueKind.Number, "a number");
        if (node.Find("most") is { } mostNode && node.Find("per") is null)
        {
            mistakes.Add(mostNode, "'most' bounds the points that 'per' gives, and there is no 'per'", "Add \"per\", or remove this");
        }

        var days = node.Find("halfLifeDays").AsDecimal(0.01m, 3650, mistakes);
        if (node.Find("since") is { } sinceNode && node.Find("halfLifeDays") is null)
        {
            mistakes.Add(
                sinceNode,
                "'since' says from when points decay, and there is no 'halfLifeDays'",
                "Add \"halfLifeDays\", or remove this");
        }

        var since = node.Find("since") is { } named
            ? ReadOperand(named, ValueKind.Instant, "a time")
            : conditions.Operands.Standard(DefaultSince);
        var point = new ScorePoint(id ?? "", kind, (double)(number ?? 0))
        {
            When = conditions.Read(node.Find("when")),
            Per = per,
            MaxPoints = (double?)node.Find("most").AsDecimal(0.01m, MaxPoints, mistakes),
            HalfLife = days is { } halfLife ? TimeSpan.FromDays((double)halfLife) : null,
            Since = days is null ? null : since,
        };
        return id is null || number is null ? null : point;
    }

    private FieldOperand? ReadOperand(FileNode? node, ValueKind kind, string inWords)
    {
        if (conditions.Operands.Read(node) is not { } operand)
        {
            return null;
        }

        if (operand.Type.Kind != kind)
        {
            mistakes.Add(
                node!,
                $"'{operand.Path}' is not {inWords} but of type {operand.Type.Name}",
                $"Name a field or part that is {inWords}");
            return null;
        }

        return operand;
    }
}
