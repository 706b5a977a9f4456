using LeadFilter.Core.Campaigns.Loading.Lists;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Clocks;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads tests of one field or part, and checks that the operator and what it compares with fit the type.</summary>
internal sealed class TestReader(OperandReader operands, ListReader lists, TimeZoneInfo zone, LeadClock? clock, MistakeList mistakes)
{
    private static readonly string[] IsWords = [.. Operator.All.Where(op => op.Key == "is").Select(op => op.Word)];
    private static readonly string[] OpWords = [.. Operator.All.Where(op => op.Key == "op").Select(op => op.Word)];

    private readonly ConstantReader constants = new(zone, mistakes);

    public FieldTest? Read(FileNode node)
    {
        node.OnlyKeys(mistakes, "field", "is", "op", "value", "values", "other", "list", "edits", ClockKey.Name);
        var operand = operands.Read(node.Find("field"));
        var op = ReadOperator(node);
        if (operand is null || op is null)
        {
            return null;
        }

        if (!op.Fits(operand.Type))
        {
            var fitting = Operator.All.Where(other => other.Fits(operand.Type)).Select(other => other.Word);
            mistakes.Add(
                node.Find(op.Key)!,
                $"'{op.Word}' does not apply to '{operand.Path}', which is of type {operand.Type.Name}",
                $"Use one of: {string.Join(", ", fitting)}");
            return null;
        }

        var edits = ReadEdits(node, op);
        var test = ReadComparison(node, operand, op);
        return edits is null || test is null ? null : ReadClock(node.Find(ClockKey.Name), test) with { Edits = edits.Value };
    }

    private FieldTest ReadClock(FileNode? node, FieldTest test)
    {
        if (!ClockKey.IsLead(node, mistakes))
        {
            return test;
        }

        if (clock is null)
        {
            mistakes.Add(node!, "this is not about a lead, whose person would have a clock", "Remove \"clock\"");
        }
        else if (!test.IsByClock || test.Operator.IsTotal)
        {
            mistakes.Add(
                node!,
                $"this test of '{test.Operand.Path}' is the same by every clock",
                "Remove \"clock\", or test an hour, a day or an age, such as received_at.time, created_at.weekday or dob.age");
        }

        return test with { Clock = clock };
    }

    private FieldTest? ReadComparison(FileNode node, FieldOperand operand, Operator op)
    {
        FileNode?[] given = [node.Find("value"), node.Find("values"), node.Find("other"), node.Find("list")];
        var written = given.Where(one => one is not null).ToList();
        if (op.MaxConstants == 0)
        {
            return written is [{ } first, ..] ? Refuse(first, $"'{op.Word}' takes no value", "Remove this key") : new(operand, op, []);
        }

        if (written.Count > 1 && (given[2] ?? given[3]) is { } odd)
        {
            return Refuse(odd, "a test compares with one thing", "Keep one of 'value', 'values', 'other' and 'list'");
        }

        if (given[2] is { } other)
        {
            return ReadOther(other, operand, op);
        }

        if (given[3] is { } list)
        {
            return !op.TakesList ? Refuse(list, $"'{op.Word}' takes no list", $"Use one of: {WordsOf(one => one.TakesList)}")
                : lists.Find(list, operand.Type) is { } set ? new(operand, op, []) { List = set } : null;
        }

        return constants.Read(node, operand, op) is { } values
            ? new(operand, op, values) { Pattern = op.Test == TestKind.Matches ? constants.PatternOf(values[0].Text) : null }
            : null;
    }

    private FieldTest? ReadOther(FileNode node, FieldOperand operand, Operator op)
    {
        if (!op.TakesOther)
        {
            return Refuse(node, $"'{op.Word}' compares no two fields", $"Use one of: {WordsOf(one => one.TakesOther)}");
        }

        if (operands.Read(node) is not { } other)
        {
            return null;
        }

        if (other.Path == operand.Path)
        {
            return Refuse(node, $"'{operand.Path}' is compared with itself", "Name another field or part");
        }

        if (other.Type.Kind != operand.Type.Kind)
        {
            return Refuse(
                node,
                $"'{operand.Path}' is {operand.Type.Kind.InWords()} (type {operand.Type.Name}), '{other.Path}' is "
                    + $"{other.Type.Kind.InWords()} (type {other.Type.Name})",
                $"Name a field or part that is {operand.Type.Kind.InWords()}");
        }

        return new(operand, op, []) { Other = other };
    }

    /// <summary>The number of edits; 0 where the operator counts none, null if there is a mistake.</summary>
    private int? ReadEdits(FileNode node, Operator op)
    {
        var written = node.Find("edits");
        if (!op.TakesEdits)
        {
            if (written is not null)
            {
                mistakes.Add(written, $"'{op.Word}' counts no edits", "Remove this key");
            }

            return written is null ? 0 : null;
        }

        if (written is null)
        {
            mistakes.Add(node, $"'{op.Word}' needs 'edits'", $"Add \"edits\": 1 to {Operator.MaxEdits}: how many letters may differ");
            return null;
        }

        if (written.AsDecimal(1, Operator.MaxEdits, mistakes) is not { } edits)
        {
            return null;
        }

        if (edits != decimal.Truncate(edits))
        {
            mistakes.Add(written, $"{written.Text} is not a whole number", $"Write a whole number from 1 to {Operator.MaxEdits}");
            return null;
        }

        return (int)edits;
    }

    private static string WordsOf(Func<Operator, bool> which) => string.Join(", ", Operator.All.Where(which).Select(op => op.Word));

    private Operator? ReadOperator(FileNode node)
    {
        var (isNode, opNode) = (node.Find("is"), node.Find("op"));
        if (isNode is null == opNode is null)
        {
            mistakes.Add(node, isNode is null ? "a test needs 'is' or 'op'" : "a test has 'is' or 'op', not both", ConditionReader.Forms);
            return null;
        }

        var written = isNode ?? opNode!;
        if (written.Kind == FileNodeKind.Text
            && Operator.TryFind(written.Text, out var known)
            && known.Key != (isNode is null ? "op" : "is"))
        {
            mistakes.Add(
                written,
                $"'{known.Word}' does not stand under '{(isNode is null ? "op" : "is")}'",
                $"Write \"{known.Key}\": \"{known.Word}\"");
            return null;
        }

        var (own, others, key) = isNode is null ? (OpWords, IsWords, "is") : (IsWords, OpWords, "op");
        if (written.Kind == FileNodeKind.Text
            && !own.Contains(written.Text)
            && Suggestion.Closest(written.Text, own) is null
            && Suggestion.Closest(written.Text, others) is { } other)
        {
            mistakes.Add(written, $"'{written.Text}' is not known here", $"Write \"{key}\": \"{other}\" if you meant that");
            return null;
        }

        var word = written.AsWord(mistakes, own);
        return word is not null && Operator.TryFind(word, out var op) ? op : null;
    }

    private FieldTest? Refuse(FileNode node, string message, string remedy)
    {
        mistakes.Add(node, message, remedy);
        return null;
    }
}
