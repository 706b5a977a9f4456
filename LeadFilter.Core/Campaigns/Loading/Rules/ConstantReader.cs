using System.Text.RegularExpressions;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Patterns;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads the constants of tests: values of the field's type, text to look for, patterns and durations.</summary>
internal sealed class ConstantReader(TimeZoneInfo zone, MistakeList mistakes)
{
    private const int MaxPatternLength = 500;

    private readonly Dictionary<string, Pattern> patterns = [];
    private readonly PatternMemory memory = new();

    /// <summary>Reads <c>value</c> or <c>values</c>.</summary>
    /// <param name="node">The test.</param>
    /// <param name="operand">What is tested.</param>
    /// <param name="op">The operator; it takes constants.</param>
    /// <returns>As many as the operator takes; null if there is a mistake.</returns>
    public IReadOnlyList<Constant>? Read(FileNode node, FieldOperand operand, Operator op)
    {
        var (single, several) = (node.Find("value"), node.Find("values"));
        if (several is not null && several.AsArray(mistakes) is [] && several.Kind != FileNodeKind.Array)
        {
            return null;
        }

        if (single is { Kind: FileNodeKind.Array })
        {
            mistakes.Add(single, "this is an array", "Write \"values\": [ … ] for several");
            return null;
        }

        IReadOnlyList<FileNode> nodes = single is not null ? [single] : several?.Items ?? [];
        if ((single is not null && several is not null) || nodes.Count < op.MinConstants || nodes.Count > op.MaxConstants)
        {
            mistakes.Add(node, $"'{op.Word}' has the wrong number of values", (op.MinConstants, op.MaxConstants) switch
            {
                (1, 1) => "Write one 'value'",
                (2, _) => "Write 'values': [ from, to ]",
                _ => "Write one 'value', or 'values': [ … ]",
            });
            return null;
        }

        var constants = new List<Constant>(nodes.Count);
        foreach (var item in nodes)
        {
            if (ReadOne(item, operand, op) is { } constant)
            {
                constants.Add(constant);
            }
        }

        if (op.Test == TestKind.Between && constants is [var from, var to] && from.Number > to.Number && !operand.Type.Kind.GoesRound())
        {
            mistakes.Add(several!, "the first value is greater than the second", "Swap them");
        }

        return constants.Count == nodes.Count ? constants : null;
    }

    /// <summary>A pattern that was read before, ready to use.</summary>
    public Pattern PatternOf(string text) => patterns[text];

    private Constant? ReadOne(FileNode node, FieldOperand operand, Operator op)
    {
        if (node.Kind is not (FileNodeKind.Text or FileNodeKind.Number or FileNodeKind.Boolean) || string.IsNullOrWhiteSpace(node.Text))
        {
            mistakes.Add(
                node,
                $"this is {(node.Kind == FileNodeKind.Text ? "empty text" : node.KindInWords)}",
                "Write text, a number, or true or false");
            return null;
        }

        if (op.Test == TestKind.Matches)
        {
            return ReadPattern(node);
        }

        if (op.Test is TestKind.Older or TestKind.Newer)
        {
            return ReadDuration(node);
        }

        if (!op.TakesValues)
        {
            return new(node.Text, 0);
        }

        var value = operand.Type.Standardize(node.Text);
        if (value.IsValid)
        {
            return new(operand.Type.CanonicalText(in value), value.Number);
        }

        mistakes.Add(
            node,
            $"'{node.Text}' is not a valid {operand.Type.Name} ({value.Why})",
            node.Kind == FileNodeKind.Number && AgeOf(operand) is { } age
                ? $"Write a date such as \"1985-12-31\", or compare '{age}' with a number"
                : $"Write a value that '{operand.Path}' can have");
        return null;
    }

    /// <summary>The part that tells how old a date or a time is; null if the operand is none or has none.</summary>
    private static string? AgeOf(FieldOperand operand) =>
        operand.Type.Kind is ValueKind.Date or ValueKind.Instant
        && operand.Type.Parts.FirstOrDefault(static part => part.Name.StartsWith("age_", StringComparison.Ordinal)) is { } age
            ? $"{operand.Path}.{age.Name}"
            : null;

    private Constant? ReadDuration(FileNode node)
    {
        if (node.Kind == FileNodeKind.Text && Duration.TryParse(node.Text, out var duration))
        {
            return new(node.Text, duration.Milliseconds) { Calendar = duration.Months == 0 ? null : new(duration.Months, zone) };
        }

        mistakes.Add(node, $"'{node.Text}' is not a length of time", $"Write {Duration.Form}");
        return null;
    }

    private Constant? ReadPattern(FileNode node)
    {
        if (node.Text.Length > MaxPatternLength)
        {
            mistakes.Add(
                node,
                $"this pattern has {node.Text.Length} characters",
                $"Write at most {MaxPatternLength}, or use several conditions");
            return null;
        }

        if (patterns.ContainsKey(node.Text))
        {
            return new(node.Text, 0);
        }

        if (PatternSize.Of(node.Text) is { IsAllowed: false } size)
        {
            AddTooLarge(node, size);
            return null;
        }

        if (memory.Made > PatternMemory.MaxMade)
        {
            mistakes.Add(
                node,
                $"the patterns up to here already take {PatternMemory.MaxMade >> 20} MB, as much as those of a campaign may",
                @"Put fixed texts into 'includes', 'starts with' or a list, and write [a-z0-9] for \w, which takes ten times as much");
            return null;
        }

        try
        {
            patterns[node.Text] = new(node.Text, memory);
            return new(node.Text, 0);
        }
        catch (RegexParseException error)
        {
            mistakes.Add(
                node,
                $"this pattern cannot be read ({error.Error} at {error.Offset})",
                "Fix the pattern; text to be taken literally needs \\ before . * + ? ( ) [ ] { } | ^ $");
        }
        catch (NotSupportedException)
        {
            mistakes.Add(
                node,
                "this pattern needs backtracking (look-around, back-references or atomic groups), or repeats too much",
                "Write it without them and with smaller counts, or use several conditions");
        }

        return null;
    }

    private void AddTooLarge(FileNode node, PatternSize size)
    {
        if (size.Nested > PatternSize.MaxNested)
        {
            mistakes.Add(
                node,
                $"in this pattern, {size.Nested} characters are counted inside a part that is repeated itself, as in (.{{20}})*",
                $"Use smaller counts there, {PatternSize.MaxNested} characters in all, or use several conditions");
        }
        else
        {
            mistakes.Add(
                node,
                $"the counts of this pattern, such as {{500}}, stand for {size.Counted} characters when they are written out",
                $"Use smaller counts, {PatternSize.MaxCounted} characters in all, or use several conditions");
        }
    }
}
