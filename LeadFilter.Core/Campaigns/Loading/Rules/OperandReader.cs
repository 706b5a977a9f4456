using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Files;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Core.Campaigns.Loading.Rules;

/// <summary>Reads the names of fields, parts and facts.</summary>
internal sealed class OperandReader(FieldLayout layout, MistakeList mistakes)
{
    /// <summary>The type of the whole field that an operand is, or is a part of.</summary>
    public FieldType TypeOf(FieldOperand operand) => layout.Fields[operand.Slot].Type;

    /// <summary>Whether vendors send a field of a name.</summary>
    public bool Knows(string name) => layout.TryFind(name, out _);

    /// <summary>A field that every campaign has.</summary>
    /// <param name="path">Its name.</param>
    public FieldOperand Standard(string path) =>
        layout.TryResolve(path, out var operand)
            ? operand
            : throw new ArgumentException($"'{path}' is not a standard field.", nameof(path));

    /// <summary>The time of day at which a lead is received; null if the campaign has a field of its own under that name.</summary>
    public FieldOperand? ReceivedAt =>
        layout.TryResolve($"{ReceiptTime.Name}.time", out var operand) && operand.Fact is not null ? operand : null;

    /// <summary>The field or part that a node names.</summary>
    public FieldOperand? Read(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } path)
        {
            return null;
        }

        if (layout.TryResolve(path, out var operand))
        {
            return operand;
        }

        var dot = path.LastIndexOf('.');
        if (dot > 0 && layout.TryFind(path.AsSpan(0, dot), out var slot))
        {
            var type = layout.Fields[slot].Type;
            var parts = type.Parts.Select(part => part.Name).ToArray();
            mistakes.Add(
                node!,
                $"'{path[..dot]}' (type {type.Name}) has no part '{path[(dot + 1)..]}'",
                parts.Length == 0 ? "Use the field itself" : $"Use one of: {string.Join(", ", parts)}");
            return null;
        }

        if (dot > 0 && RefuseFact(node!, path))
        {
            return null;
        }

        var closest = ByOtherName(path) ?? Suggestion.Closest(
            path,
            [
                .. layout.Fields.Select(field => field.Name),
                .. StandardFields.Shorthands.Keys,
                .. LeadFacts.All.Select(fact => fact.Name),
                .. ReceiptTime.Paths,
            ]);
        mistakes.Add(
            node!,
            $"there is no field '{path}'",
            closest is null
                ? "Use a standard field (docs/fields.md), or declare it under \"fields\""
                : $"Write '{closest}' if you meant that, otherwise declare it under \"fields\"");
        return null;
    }

    /// <summary>A standard field that other products call so, with the part that is named behind it.</summary>
    private string? ByOtherName(string path)
    {
        var (name, rest) = path.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (path[..dot], path[dot..]) : (path, "");
        var meant = OtherNames.All.GetValueOrDefault(name.ToLowerInvariant().Replace(' ', '_').Replace('-', '_'));
        return meant is not null && layout.TryResolve(meant + rest, out _) ? meant + rest : null;
    }

    /// <summary>Says of a fact that a look-up, or the suppression lists, do not have where it must be named.</summary>
    private bool RefuseFact(FileNode node, string path)
    {
        var source = path[..path.IndexOf('.', StringComparison.Ordinal)];
        var (prefix, fact) = ($"{source}.", path[(source.Length + 1)..]);
        var facts = layout.Fields.Where(field => field.IsLookedUp && field.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(field => field.Name)
            .ToArray();
        if (facts.Length == 0)
        {
            return false;
        }

        var closest = Suggestion.Closest(path, facts);
        var named = closest is null ? $"use one of: {string.Join(", ", facts)}" : $"write '{closest}' if you meant that";
        mistakes.Add(
            node,
            source == "suppression" ? $"no suppression list '{fact}' is asked" : $"the look-up '{source}' has no fact '{fact}'",
            source == "suppression"
                ? $"Add the list to the section \"suppression\", or {named}"
                : $"Add \"{fact}\" to \"facts\" of the look-up '{source}', or {named}");
        return true;
    }
}
