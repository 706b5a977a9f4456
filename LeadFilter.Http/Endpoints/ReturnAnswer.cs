using System.Text.Json;
using LeadFilter.Core.Returns.Cases;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Answers returns.</summary>
internal static class ReturnAnswer
{
    /// <summary>The answer: one return.</summary>
    /// <param name="returned">The return.</param>
    /// <param name="text">What its reason means; null if that is not known any more.</param>
    /// <param name="result">What became of the request for it; null if it was not one.</param>
    public static IResult Of(ReturnCase returned, string? text, string? result = null) => JsonObjectAnswer.Of(json =>
    {
        if (result is not null)
        {
            json.WriteString("result", result);
        }

        Write(json, returned, text);
    });

    /// <summary>Writes a return into an object that has begun.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="returned">The return.</param>
    /// <param name="text">What its reason means; null if that is not known any more.</param>
    public static void Write(Utf8JsonWriter json, ReturnCase returned, string? text)
    {
        json.WriteString("lead", returned.Lead.ToString());
        json.WriteString("vendor", returned.Vendor.ToString());
        json.WriteString("state", ReturnStateName.Of(returned.State));
        json.WriteString("reason", returned.Reason.ToString());
        if (text is not null)
        {
            json.WriteString("text", text);
        }

        json.WriteNumber("price", returned.Price.Amount);
        json.WriteString("boughtAt", returned.BoughtAt.UtcDateTime);
        json.WriteString("requestedAt", returned.RequestedAt.UtcDateTime);
        if (returned.Deadline is { } deadline)
        {
            json.WriteString(returned.Waits ? "answerBy" : "disputeBy", deadline.UtcDateTime);
        }

        if (returned.CreditedAt is { } creditedAt)
        {
            json.WriteString("creditedAt", creditedAt.UtcDateTime);
            json.WriteNumber("credit", returned.Price.Amount);
        }

        json.WriteStartArray("changes");
        foreach (var change in returned.Changes)
        {
            json.WriteStartObject();
            json.WriteString("state", ReturnStateName.Of(change.State));
            json.WriteString("at", change.At.UtcDateTime);
            json.WriteString("by", ReturnPartyName.Of(change.By));
            if (change.Reason is { } reason)
            {
                json.WriteString("reason", reason.ToString());
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
