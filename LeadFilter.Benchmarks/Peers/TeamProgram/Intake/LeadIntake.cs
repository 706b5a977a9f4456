using System.Text.Json;
using FluentValidation;
using LeadFilter.TeamProgram.Storage;
using LeadFilter.TeamProgram.Validation;
using Microsoft.EntityFrameworkCore;

namespace LeadFilter.TeamProgram.Intake;

/// <summary>Decides on a lead and stores the decision; a bought lead goes into the outbox in the same transaction.</summary>
public sealed class LeadIntake(
    IDbContextFactory<LeadsContext> contexts, WriteTurn turn, IValidator<ParsedLead> validator, TimeProvider clock)
{
    private const decimal Price = 18;
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    public async Task<LeadAnswer> TakeAsync(string campaign, string vendor, LeadForm form, CancellationToken cancellation)
    {
        var lead = ParsedLead.Of(form, clock.GetUtcNow());
        var found = validator.Validate(lead);
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(lead.ReceivedAt),
            Campaign = campaign,
            Vendor = vendor,
            Source = form.Source,
            ReceivedAt = lead.ReceivedAt.ToUnixTimeMilliseconds(),
            Email = lead.Email,
            Phone = lead.Phone,
        };
        var reasons = found.Errors.ConvertAll(error => error.ErrorCode);
        var isBought = await turn.TakeAsync(
            () => reasons.Count > 0 ? RejectAsync(decision, reasons, cancellation) : BuyAsync(decision, form, reasons, cancellation),
            cancellation);
        return isBought
            ? new("success", new($"{decision.Id:n}"), decision.Price)
            : new("failure", new($"{decision.Id:n}"), 0, reasons[0], reasons);
    }

    private async Task<bool> RejectAsync(Decision decision, List<string> reasons, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        decision.Reasons = string.Join(',', reasons);
        context.Decisions.Add(decision);
        await context.SaveChangesAsync(cancellation);
        return false;
    }

    private async Task<bool> BuyAsync(Decision decision, LeadForm form, List<string> reasons, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var since = decision.ReceivedAt - (long)Window.TotalMilliseconds;
        if (await context.IsKnownAsync(decision.Campaign, decision.Email, decision.Phone, since, cancellation))
        {
            reasons.Add("duplicate");
            decision.Reasons = reasons[0];
        }
        else
        {
            (decision.IsBought, decision.Price) = (true, Price);
            context.Outbox.Add(new() { LeadId = decision.Id, Body = JsonSerializer.Serialize(form), DueAt = decision.ReceivedAt });
        }

        context.Decisions.Add(decision);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return decision.IsBought;
    }
}
