using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Outgoing;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Has third parties check a lead, as its campaign's section <c>lookups</c> says: all at the same time.</summary>
internal sealed class ThirdPartyChecks : IFactSource, IDisposable
{
    private readonly IdentityHasher identities;
    private readonly LeadMetrics metrics;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly Providers providers;
    private readonly LookupClient client;
    private readonly AnswerMemory memory;

    /// <summary>Makes the source; it keeps its connections until it is disposed of.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="connections">Connects to those that may be called.</param>
    /// <param name="settings">Where the secrets are found by their names.</param>
    /// <param name="identities">Makes keyed hashes.</param>
    /// <param name="metrics">The figures.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">The log.</param>
    public ThirdPartyChecks(
        LookupOptions options,
        GuardedConnections connections,
        IConfiguration settings,
        IdentityHasher identities,
        LeadMetrics metrics,
        TimeProvider clock,
        ILogger<ThirdPartyChecks> logger)
    {
        this.identities = identities;
        this.metrics = metrics;
        this.clock = clock;
        this.logger = logger;
        providers = new(options, clock, logger);
        client = new(connections.NewHandler(options.ConnectTimeout), settings, clock);
        memory = new(options, clock);
    }

    /// <inheritdoc/>
    public bool IsAskedBy(Campaign campaign) => campaign.Lookups.Count > 0;

    /// <inheritdoc/>
    public async ValueTask AskAsync(Campaign campaign, Lead lead, FactSheet facts, CancellationToken cancellation)
    {
        var checks = campaign.Lookups
            .Where(plan => plan.When is null || plan.When(lead))
            .Select(plan => CheckAsync(campaign.Id, plan, lead, facts))
            .ToList();
        await Task.WhenAll(checks).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        providers.Dispose();
        memory.Dispose();
    }

    private async Task CheckAsync(CampaignId campaign, LookupPlan plan, Lead lead, FactSheet facts)
    {
        if (!plan.Request.TryWrite(lead, out var request) && !plan.FailsWithoutFields)
        {
            foreach (var (field, raw) in plan.FactsWithoutFields)
            {
                facts.Add(field, raw);
            }

            return;
        }

        using var trace = LeadTraces.LookUp(plan.Name, plan.Request.Authority);
        var started = clock.GetTimestamp();
        var (answer, isOld) = request is null
            ? (LookupAnswer.Failure(LookupResult.FieldsMissing), false)
            : await memory.GetAsync(identities.QuestionOf(campaign, plan, request), plan, () => CallAsync(plan, request));
        var word = isOld && !answer.IsFailure ? LookupWord.Cached : LookupWord.Of(answer.Result);
        metrics.LookedUp(campaign, plan.Name, word, clock.GetElapsedTime(started));
        trace?.SetTag("leadfilter.result", word);
        facts.Add(plan.FailedField, answer.IsFailure ? "true" : "false");
        answer.WriteTo(facts, clock.GetUtcNow());
        if (!answer.IsFailure)
        {
            return;
        }

        LookupEvents.Failed(logger, plan.Name, campaign.ToString(), plan.Request.Authority, word, answer.Status);
        if (plan.IsNeeded)
        {
            throw new StoreUnavailableException($"the look-up {plan.Name} failed ({word})");
        }
    }

    private Task<LookupAnswer> CallAsync(LookupPlan plan, LookupRequest request) =>
        providers.CallAsync(plan.Request.Authority, plan.Timeout, token => client.CallAsync(plan, request, token));
}
