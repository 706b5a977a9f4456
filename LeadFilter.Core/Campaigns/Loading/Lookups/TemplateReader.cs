using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Campaigns.Loading.Lookups;

/// <summary>
/// Reads texts with places for fields: <c>{phone_1}</c>, <c>{email.domain}</c>, <c>{state?}</c>; <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class TemplateReader(OperandReader operands, MistakeList mistakes)
{
    /// <summary>Reads a template.</summary>
    /// <param name="node">A text.</param>
    /// <param name="mayLack">Whether fields may be optional there.</param>
    public LeadTemplate? Read(FileNode node, bool mayLack)
    {
        var parts = new List<TemplatePart>();
        var literal = "";
        var rest = node.Text;
        while (rest.Length > 0)
        {
            var at = rest.AsSpan().IndexOfAny('{', '}');
            if (at < 0)
            {
                literal += rest;
                break;
            }

            literal += rest[..at];
            if (at + 1 < rest.Length && rest[at + 1] == rest[at])
            {
                literal += rest[at];
                rest = rest[(at + 2)..];
                continue;
            }

            var end = rest.IndexOf('}', at);
            if (rest[at] == '}' || end < 0)
            {
                mistakes.Add(
                    node,
                    $"a '{rest[at]}' stands alone in this text",
                    "Write fields as {phone_1}, and a brace itself as {{ or }}");
                return null;
            }

            if (ReadField(node, rest[(at + 1)..end], mayLack) is not { } field)
            {
                return null;
            }

            parts.Add(new(literal, null, false));
            parts.Add(field);
            literal = "";
            rest = rest[(end + 1)..];
        }

        parts.Add(new(literal, null, false));
        parts.RemoveAll(static part => part is { Field: null, Literal: "" });
        return new(parts);
    }

    /// <summary>A field that a request names: one that the vendor sends.</summary>
    /// <param name="node">Where it stands.</param>
    /// <param name="path">Its name.</param>
    public FieldOperand? ReadField(FileNode node, string path)
    {
        var operand = operands.Read(new FileNode(FileNodeKind.Text, node.Path, node.Line, node.Column, path));
        return operand is null || IsSent(operand, node, mistakes) ? operand : null;
    }

    /// <summary>Whether a field is known before anything is looked up; says so where it is not.</summary>
    public static bool IsSent(FieldOperand operand, FileNode node, MistakeList mistakes)
    {
        if (operand.IsLookedUp)
        {
            mistakes.Add(
                node,
                $"'{operand.Path}' is looked up itself",
                "Use fields that the vendor sends: everything is looked up at the same time");
        }

        return !operand.IsLookedUp;
    }

    private TemplatePart? ReadField(FileNode node, string written, bool mayLack)
    {
        var isOptional = written.EndsWith('?');
        if (isOptional && !mayLack)
        {
            mistakes.Add(
                node,
                $"'{{{written}}}' may be missing, but the address needs it",
                "Remove the '?', or move the field to \"query\"");
            return null;
        }

        return ReadField(node, isOptional ? written[..^1] : written) is { } operand ? new("", operand, isOptional) : null;
    }
}
