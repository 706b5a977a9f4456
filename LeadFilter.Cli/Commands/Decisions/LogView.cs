using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadFilter.Http.Routing;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>A list that a filter gives of its log of decisions.</summary>
internal sealed class LogView
{
    private LogView(
        Address address,
        string name,
        Func<JsonElement, bool> isKnown,
        Action<IAnsiConsole, IReadOnlyList<JsonElement>> writeTable) =>
        (Address, Name, IsKnown, WriteTable) = (address, name, isKnown, writeTable);

    /// <summary>Rejected leads, with what rejected them.</summary>
    public static LogView Rejections { get; } =
        Of(Addresses.ListRejections, "rejections", LogJson.Default.Rejection, RejectionsTable.Write);

    /// <summary>All decisions, with every finding.</summary>
    public static LogView Decisions { get; } =
        Of(Addresses.ListDecisions, "decisions", LogJson.Default.LoggedDecision, DecisionsTable.Write);

    /// <summary>Where it is asked for.</summary>
    public Address Address { get; }

    /// <summary>What its entries are called, in the answer and in messages.</summary>
    public string Name { get; }

    /// <summary>Whether an entry is in the known form.</summary>
    public Func<JsonElement, bool> IsKnown { get; }

    /// <summary>Shows entries, all in the known form, to people.</summary>
    public Action<IAnsiConsole, IReadOnlyList<JsonElement>> WriteTable { get; }

    private static LogView Of<T>(Address address, string name, JsonTypeInfo<T> form, Action<IAnsiConsole, IReadOnlyList<T>> write)
        where T : class =>
        new(address, name, json => Read(json, form) is not null, (output, entries) =>
            write(output, [.. entries.Select(json => Read(json, form)).OfType<T>()]));

    private static T? Read<T>(JsonElement json, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return json.Deserialize(form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
