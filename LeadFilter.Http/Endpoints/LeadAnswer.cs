using System.Text.Json;
using LeadFilter.Core.Outcomes;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Core.Rules;
using LeadFilter.Pipeline.Accounts;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ledger;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Answers what is known of one lead.</summary>
internal static class LeadAnswer
{
    /// <summary>Everything, for the buyer's staff.</summary>
    /// <param name="account">What is known.</param>
    public static IResult Of(LeadAccount account) => JsonObjectAnswer.Of(json =>
    {
        var decision = account.Decision;
        WriteHead(json, decision);
        json.WriteString("vendor", decision.Vendor.ToString());
        json.WriteString("version", decision.CampaignVersion);
        ListDecisionsEndpoint.WriteDecision(json, decision);
        DecisionAnswer.WriteUnreadable(json, decision.Unreadable);
        if (account.State is { } state)
        {
            WriteDelivery(json, account, state);
            WriteOutcomes(json, account.Outcomes);
        }

        WriteReturn(json, account.Return, policy: null);
    });

    /// <summary>What a vendor may know of its own lead.</summary>
    /// <param name="account">What is known.</param>
    /// <param name="policy">The rules under its contract.</param>
    public static IResult Of(LeadAccount account, Policy policy) => JsonObjectAnswer.Of(json =>
    {
        var decision = account.Decision;
        WriteHead(json, decision);
        json.WriteString("outcome", decision.IsAccepted ? "success" : "failure");
        json.WriteNumber("price", decision.IsAccepted ? decision.Price.Amount : 0);
        json.WriteStartArray("reasons");
        foreach (var reason in ReasonsOf(decision, policy))
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code.ToString());
            json.WriteString("text", reason.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (account.State is { } state)
        {
            json.WriteBoolean("delivered", state == DeliveryState.Delivered);
        }

        WriteReturn(json, account.Return, policy);
    });

    private static void WriteReturn(Utf8JsonWriter json, ReturnCase? returned, Policy? policy)
    {
        if (returned is not null)
        {
            json.WriteStartObject("return");
            ReturnAnswer.Write(json, returned, policy?.Contract?.Returns?.Reasons.GetValueOrDefault(returned.Reason));
            json.WriteEndObject();
        }
    }

    private static IReadOnlyList<Reason> ReasonsOf(DecisionRecord decision, Policy policy) =>
        decision.IsAccepted ? []
        : decision.IsTest ? TestReasons.Of(policy, decision)
        : [.. decision.Rejecting.Select(static finding => new Reason(finding.Code, finding.Text))];

    private static void WriteHead(Utf8JsonWriter json, DecisionRecord decision)
    {
        json.WriteString("lead", decision.Lead.ToString());
        json.WriteString("campaign", decision.Campaign.ToString());
        json.WriteString("at", decision.ReceivedAt.UtcDateTime);
        json.WriteString("source", decision.Source);
        json.WriteBoolean("test", decision.IsTest);
    }

    private static void WriteDelivery(Utf8JsonWriter json, LeadAccount account, DeliveryState state)
    {
        json.WriteStartObject("delivery");
        json.WriteString("state", StateNameOf(state));
        if (account.Delivery is { } delivery)
        {
            json.WriteString("deliveredAt", delivery.DeliveredAt.UtcDateTime);
            json.WriteNumber("milliseconds", delivery.Milliseconds);
            json.WriteNumber("attempt", delivery.Attempts);
            json.WriteNumber("status", delivery.Status);
            if (state == DeliveryState.Delivered)
            {
                json.WriteString("crmId", delivery.CrmId);
            }
        }
        else if (state == DeliveryState.Waiting)
        {
            json.WriteNumber("attempt", (account.LastInVain?.Number ?? 0) + 1);
            json.WriteString("nextTry", account.LastInVain?.NextTry?.UtcDateTime.ToString("O"));
            json.WriteString("reason", account.LastInVain?.Reason);
        }
        else if (account.LastInVain is { } last)
        {
            json.WriteString("reason", last.Reason);
            json.WriteString("description", last.Description);
        }

        json.WriteStartArray("failedAttempts");
        foreach (var attempt in account.Attempts)
        {
            Write(json, attempt);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DeliveryAttempt attempt)
    {
        json.WriteStartObject();
        json.WriteNumber("attempt", attempt.Number);
        json.WriteString("at", attempt.At.UtcDateTime);
        json.WriteString("reason", attempt.Reason);
        json.WriteString("description", attempt.Description);
        json.WriteEndObject();
    }

    private static void WriteOutcomes(Utf8JsonWriter json, LeadHistory history)
    {
        json.WriteStartObject("outcomes");
        json.WriteString("stage", LeadStageName.Of(history.Stage));
        Write(json, "value", history.Value);
        json.WriteString("reason", history.Reason);
        json.WriteString("wakeAt", history.WakeAt?.UtcDateTime.ToString("O"));
        json.WriteStartArray("reached");
        foreach (var reached in history.Reached)
        {
            json.WriteStartObject();
            json.WriteString("stage", LeadStageName.Of(reached.Stage));
            json.WriteString("at", reached.At.UtcDateTime);
            json.WriteBoolean("implied", reached.IsImplied);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var one in history.Events)
        {
            json.WriteStartObject();
            json.WriteString("event", LeadEventName.Of(one.Event));
            json.WriteString("at", one.At.UtcDateTime);
            json.WriteString("id", one.Id);
            Write(json, "value", one.Value);
            json.WriteString("reason", one.Reason);
            json.WriteString("by", one.By switch { ActedBy.Person => "person", ActedBy.Automatic => "automatic", _ => null });
            json.WriteString("wakeAt", one.WakeAt?.UtcDateTime.ToString("O"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, decimal? amount)
    {
        if (amount is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string StateNameOf(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "delivered",
        DeliveryState.GivenUp => "given_up",
        DeliveryState.Erased => "erased",
        _ => "waiting",
    };
}
