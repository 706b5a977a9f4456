using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>
/// Claims the identities of a lead's person, so that nobody else sells the same person (G3). Where the campaign says so, a
/// duplicate becomes an update of the lead that was bought instead of being rejected.
/// </summary>
/// <param name="claims">The claims.</param>
/// <param name="identities">Makes the identities.</param>
/// <param name="metrics">Counts duplicates.</param>
public sealed class PersonReservation(Claims claims, PersonIdentities identities, LeadMetrics metrics) : IReservation
{
    /// <inheritdoc/>
    public async ValueTask<Reserved> TakeAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        var persons = PersonsOf(purchase);
        if (persons.Count == 0)
        {
            return default;
        }

        var found = new LeadId?[purchase.Campaign.Duplicates.Count];
        var holds = false;
        if (IsSurveyNeeded(purchase))
        {
            holds = await SurveyAsync(purchase, persons, found, cancellation);
        }

        var taken = Stops(purchase, found) ? 0 : await claims.TakeNewAsync(persons, purchase.Id, purchase.ReceivedAt, cancellation);
        holds |= taken > 0;
        for (var at = taken; at < persons.Count && !Stops(purchase, found); at++)
        {
            var (other, isMine) = await claims.TakeAsync(persons[at], purchase.Id, purchase.ReceivedAt, isHeld: at == taken, cancellation);
            holds |= isMine;
            Note(purchase, persons[at], other, found);
        }

        metrics.Claimed(Array.Exists(found, static holder => holder is not null));
        return new(Conclude(purchase, found), holds);
    }

    /// <inheritdoc/>
    public async ValueTask<bool?> HoldsAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        bool? holds = null;
        foreach (var person in PersonsOf(purchase))
        {
            if ((await claims.FindAsync(person, cancellation))?.Lead != purchase.Id)
            {
                return false;
            }

            holds = true;
        }

        return holds;
    }

    /// <inheritdoc/>
    public ValueTask GiveBackAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        return claims.GiveBackAsync(PersonsOf(purchase), purchase.Id, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<Finding?> LookAsync(Purchase purchase, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(purchase);
        var found = new LeadId?[purchase.Campaign.Duplicates.Count];
        await SurveyAsync(purchase, PersonsOf(purchase), found, cancellation);
        return Conclude(purchase, found);
    }

    private static bool IsStop(Effect effect) => effect is Effect.Reject or Effect.Touchpoint;

    // With one plan that rejects it does not matter at which identity a lead stops. Else it does, and must not hang on the order of hashes.
    private static bool IsSurveyNeeded(Purchase purchase) =>
        purchase.Policy.Duplicates.Count > 1 || purchase.Policy.Duplicates[0]?.Effect == Effect.Touchpoint;

    private static bool Stops(Purchase purchase, LeadId?[] found)
    {
        for (var plan = 0; plan < found.Length; plan++)
        {
            if (found[plan] is not null && IsStop(purchase.Policy.Duplicates[plan]!.Effect))
            {
                return true;
            }
        }

        return false;
    }

    private static void Note(Purchase purchase, PersonIdentity person, Claim? other, LeadId?[] found)
    {
        if (other is not { } claim)
        {
            return;
        }

        foreach (var plan in person.Plans)
        {
            if (claim.Counts(purchase.Campaign.Duplicates[plan].Window, purchase.ReceivedAt))
            {
                found[plan] ??= claim.Lead;
            }
        }
    }

    /// <summary>Takes up what was found: a plan that rejects goes before one that makes an update.</summary>
    /// <returns>The finding that decides, or the first; the others are added to the purchase here.</returns>
    private static Finding? Conclude(Purchase purchase, LeadId?[] found)
    {
        var plans = Enumerable.Range(0, found.Length).Where(plan => found[plan] is not null).ToList();
        if (plans.Count == 0)
        {
            return null;
        }

        Effect EffectOf(int plan) => purchase.Policy.Duplicates[plan]!.Effect;
        var rejects = plans.Exists(plan => EffectOf(plan) == Effect.Reject);
        var touchpoint = plans.FindIndex(plan => EffectOf(plan) == Effect.Touchpoint);
        if (!rejects && touchpoint >= 0)
        {
            purchase.BecomeUpdateOf(found[plans[touchpoint]]!.Value);
        }

        foreach (var plan in plans[..^1])
        {
            purchase.Add(purchase.Policy.Duplicates[plan]!);
        }

        return purchase.Policy.Duplicates[plans[^1]];
    }

    private IReadOnlyList<PersonIdentity> PersonsOf(Purchase purchase) =>
        identities.Of(purchase.Campaign, purchase.Policy, purchase.Vendor, purchase.Lead);

    /// <summary>Looks at every identity without claiming any.</summary>
    /// <returns>Whether the lead itself holds one, from an earlier attempt.</returns>
    private async ValueTask<bool> SurveyAsync(
        Purchase purchase, IReadOnlyList<PersonIdentity> persons, LeadId?[] found, CancellationToken cancellation)
    {
        var held = await Task.WhenAll(persons.Select(person => claims.FindAsync(person, cancellation).AsTask()));
        var holds = false;
        for (var at = 0; at < held.Length; at++)
        {
            var isMine = held[at]?.Lead == purchase.Id;
            holds |= isMine;
            Note(purchase, persons[at], isMine ? null : held[at], found);
        }

        return holds;
    }
}
