using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
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
/// <param name="purchase">The lead.</param>
internal sealed class PersonReservation(Claims claims, PersonIdentities identities, LeadMetrics metrics, Purchase purchase) : IReservation
{
    private IReadOnlyList<Change>? offered;

    /// <inheritdoc/>
    public async ValueTask<Reserved> TakeAsync(CancellationToken cancellation)
    {
        var persons = Persons();
        if (persons.Count == 0)
        {
            return Reserved.Nothing;
        }

        var found = new LeadId?[purchase.Campaign.Duplicates.Count];
        var holds = false;
        if (IsSurveyNeeded())
        {
            holds = await SurveyAsync(persons, found, cancellation);
        }

        var taken = Stops(found) ? 0 : await claims.TakeNewAsync(persons, purchase.Id, purchase.ReceivedAt, cancellation);
        holds |= taken > 0;
        for (var at = taken; at < persons.Count && !Stops(found); at++)
        {
            var (other, isMine) = await claims.TakeAsync(persons[at], purchase.Id, purchase.ReceivedAt, isHeld: at == taken, cancellation);
            holds |= isMine;
            Note(persons[at], other, found);
        }

        metrics.Claimed(Array.Exists(found, static holder => holder is not null));
        return Conclude(found) with { Holds = holds };
    }

    /// <inheritdoc/>
    /// <remarks>
    /// No look at who holds what: if all of them are free, there is no duplicate by any plan, and otherwise none is claimed.
    /// </remarks>
    public ValueTask<IReadOnlyList<Change>?> OfferAsync(CancellationToken cancellation) =>
        new(offered = Claims.Taking(Persons(), purchase.Id, purchase.ReceivedAt));

    /// <inheritdoc/>
    public void EndOffer()
    {
        if (offered is [{ Result: ChangeResult.Made }, ..])
        {
            metrics.Claimed(conflict: false);
        }

        offered = null;
    }

    /// <inheritdoc/>
    public async ValueTask<bool?> HoldsAsync(CancellationToken cancellation)
    {
        bool? holds = null;
        foreach (var person in Persons())
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
    public ValueTask GiveBackAsync(CancellationToken cancellation)
    {
        return claims.GiveBackAsync(Persons(), purchase.Id, cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask<Reserved> LookAsync(CancellationToken cancellation)
    {
        var found = new LeadId?[purchase.Campaign.Duplicates.Count];
        await SurveyAsync(Persons(), found, cancellation);
        var reserved = Conclude(found);
        if (!purchase.Record.IsTest && reserved.Rejects)
        {
            // Nothing is taken any more, which would count it.
            metrics.Claimed(conflict: true);
        }

        return reserved;
    }

    private static bool IsStop(Effect effect) => effect is Effect.Reject or Effect.Touchpoint;

    // With one plan that rejects it does not matter at which identity a lead stops. Otherwise it does, and must not depend on the order
    // of hashes.
    private bool IsSurveyNeeded() =>
        purchase.Policy.Duplicates.Count > 1 || purchase.Policy.Duplicates[0]?.Effect == Effect.Touchpoint;

    private bool Stops(LeadId?[] found)
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

    private void Note(PersonIdentity person, Claim? other, LeadId?[] found)
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

    /// <summary>What was found, for the lead: a plan that rejects goes before one that makes an update.</summary>
    private Reserved Conclude(LeadId?[] found)
    {
        var plans = Enumerable.Range(0, found.Length).Where(plan => found[plan] is not null).ToList();
        if (plans.Count == 0)
        {
            return Reserved.Nothing;
        }

        Effect EffectOf(int plan) => purchase.Policy.Duplicates[plan]!.Effect;
        var rejects = plans.Exists(plan => EffectOf(plan) == Effect.Reject);
        var touchpoint = plans.FindIndex(plan => EffectOf(plan) == Effect.Touchpoint);
        return new()
        {
            Findings = [.. plans.Select(plan => purchase.Policy.Duplicates[plan]!)],
            UpdateOf = !rejects && touchpoint >= 0 ? found[plans[touchpoint]] : null,
        };
    }

    private IReadOnlyList<PersonIdentity> Persons() =>
        identities.Of(purchase.Campaign, purchase.Policy, purchase.Vendor, purchase.Lead);

    /// <summary>Looks at every identity without claiming any.</summary>
    /// <returns>Whether the lead itself holds one, from an earlier attempt.</returns>
    private async ValueTask<bool> SurveyAsync(IReadOnlyList<PersonIdentity> persons, LeadId?[] found, CancellationToken cancellation)
    {
        var held = await Task.WhenAll(persons.Select(person => claims.FindHeldAsync(person, cancellation).AsTask()));
        var holds = false;
        for (var at = 0; at < held.Length; at++)
        {
            var isMine = held[at]?.Lead == purchase.Id;
            holds |= isMine;
            Note(persons[at], isMine ? null : held[at], found);
        }

        return holds;
    }
}
