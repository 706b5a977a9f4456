using System.Text.Json;
using LeadFilter.Pipeline.Statements;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Answers a statement.</summary>
internal static class StatementAnswer
{
    /// <summary>So many bytes are gathered before they are sent.</summary>
    private const int Piece = 64 * 1024;

    /// <summary>The answer.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="isOver">Whether its month is over.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public static IResult Of(Statement statement, bool isOver, CancellationToken cancellation) =>
        Results.Stream(body => WriteAsync(body, statement, isOver, cancellation), "application/json");

    private static async Task WriteAsync(Stream body, Statement statement, bool isOver, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("campaign", statement.Campaign.ToString());
        json.WriteString("vendor", statement.Vendor.ToString());
        json.WriteString("month", statement.Month.ToString());
        json.WriteString("timeZone", statement.TimeZone.Id);
        json.WriteString("from", statement.Period.Start.UtcDateTime);
        json.WriteString("to", statement.Period.End.UtcDateTime);
        json.WriteBoolean("over", isOver);
        Write(json, "byPurchase", statement.ByPurchase);
        Write(json, "byDecision", statement.ByDecision);
        await WriteAsync(json, "leads", statement.Lines, cancellation);
        await WriteAsync(json, "earlier", statement.EarlierLines, cancellation);
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, string name, StatementTotals totals)
    {
        json.WriteStartObject(name);
        Write(json, "bought", totals.Bought);
        Write(json, "returned", totals.Returned);
        Write(json, "open", totals.Open);
        Write(json, "credited", totals.Credited);
        json.WriteNumber("owed", totals.Owed);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, StatementCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("leads", count.Leads);
        json.WriteNumber("amount", count.Amount);
        json.WriteEndObject();
    }

    private static async Task WriteAsync(
        Utf8JsonWriter json, string name, IReadOnlyList<StatementLine> lines, CancellationToken cancellation)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            Write(json, line);
            if (json.BytesPending > Piece)
            {
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StatementLine line)
    {
        json.WriteStartObject();
        json.WriteString("lead", line.Lead.ToString());
        json.WriteString("at", line.BoughtAt.UtcDateTime);
        json.WriteString("source", line.Source);
        json.WriteNumber("price", line.Price.Amount);
        if (line.Return is { } returned)
        {
            json.WriteString("return", returned.State);
            json.WriteString("reason", returned.Reason);
            json.WriteString("requestedAt", returned.RequestedAt.UtcDateTime);
            if (returned.CreditedAt is { } creditedAt)
            {
                json.WriteString("creditedAt", creditedAt.UtcDateTime);
                json.WriteNumber("credit", returned.Credit.Amount);
            }
        }

        json.WriteEndObject();
    }
}
