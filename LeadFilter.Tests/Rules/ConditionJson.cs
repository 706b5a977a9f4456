using System.Text.Json;
using System.Text.Json.Nodes;
using LeadFilter.Core.Conditions;

namespace LeadFilter.Tests.Rules;

/// <summary>Writes conditions as a campaign file has them.</summary>
internal static class ConditionJson
{
    /// <summary>Writes one; the names of its lists are given by a table.</summary>
    public static JsonObject Write(Condition condition, IReadOnlyDictionary<ValueSet, string> lists) => condition switch
    {
        ConditionGroup group => new() { [Word(group.Kind)] = new JsonArray([.. group.Members.Select(member => Write(member, lists))]) },
        NamedCondition named => new() { ["use"] = named.Name },
        FieldTest { Operand.Path: var path } test when path.StartsWith("share.", StringComparison.Ordinal) => Share(test, path.Split('.')),
        FieldTest test => Write(test, lists),
        _ => throw new ArgumentException("no such condition", nameof(condition)),
    };

    private static JsonObject Share(FieldTest test, string[] path)
    {
        var json = new JsonObject { ["share"] = test.Constants[0].Number, ["of"] = path[1] };
        if (path.Length > 2)
        {
            json["name"] = path[2];
        }

        return json;
    }

    private static string Word(GroupKind kind) => kind switch { GroupKind.All => "all", GroupKind.Any => "any", _ => "none" };

    private static JsonObject Write(FieldTest test, IReadOnlyDictionary<ValueSet, string> lists)
    {
        var json = new JsonObject { ["field"] = test.Operand.Path, [test.Operator.Key] = test.Operator.Word };
        if (test.Other is { } other)
        {
            json["other"] = other.Path;
        }
        else if (test.List is { } list)
        {
            json["list"] = lists[list];
        }
        else if (test.Constants is [var only] && test.Operator.MaxConstants == 1)
        {
            json["value"] = only.Text;
        }
        else if (test.Constants.Count > 0)
        {
            json["values"] = JsonSerializer.SerializeToNode(test.Constants.Select(constant => constant.Text));
        }

        if (test.Edits > 0)
        {
            json["edits"] = test.Edits;
        }

        return json;
    }
}
