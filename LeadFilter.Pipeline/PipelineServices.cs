using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Accounts;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Erasure;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Lookups.ThirdParties;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Purchases;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Pipeline.Statements;
using LeadFilter.Pipeline.Status;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Targets;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Pipeline.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline;

/// <summary>
/// Composes the use cases. A host adds the ports: ITables, ILeadQueue, TimeProvider and Random, and IChanges if it has a
/// better one than <see cref="ChangesInTurn"/>.
/// </summary>
public static class PipelineServices
{
    /// <summary>Adds everything that is the same on every host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="campaignFolder">The folder of campaign files.</param>
    /// <param name="identitySecret">The secret for keyed hashes: at least <see cref="IdentityHasher.MinSecretLength"/> bytes.</param>
    /// <param name="staff">The keys of the buyer's staff.</param>
    /// <param name="permissions">What the operator lets campaigns do.</param>
    /// <param name="limits">How much vendors may send, and how much is worked on at once.</param>
    /// <param name="retention">How long everything is kept.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddLeadFilter(
        this IServiceCollection services,
        string campaignFolder,
        byte[] identitySecret,
        StaffKeys staff,
        OperatorPermissions permissions,
        LimitOptions limits,
        RetentionOptions retention)
    {
        services.TryAddSingleton<IChanges, ChangesInTurn>();
        return services
            .AddSingleton(limits)
            .AddSingleton(retention)
            .AddSingleton<RetentionTable>()
            .AddSingleton<RetentionSweep>()
            .AddSingleton<VendorLimits>()
            .AddSingleton<LeadGate>()
            .AddSingleton(staff)
            .AddSingleton(permissions)
            .AddSingleton(provider => new CampaignFolder(
                campaignFolder, provider.GetRequiredService<ILogger<CampaignFolder>>(), staff, permissions))
            .AddSingleton<ICampaigns>(provider => provider.GetRequiredService<CampaignFolder>())
            .AddSingleton<SecretWatch>()
            .AddSingleton(provider => new WindowWatch(
                provider.GetRequiredService<ICampaigns>(), retention.Claims, provider.GetRequiredService<ILogger<WindowWatch>>()))
            .AddHostedService<CampaignWatcher>()
            .AddSingleton(new IdentityHasher(identitySecret))
            .AddSingleton<LeadIds>()
            .AddSingleton<ReceiptBook>()
            .AddSingleton<Claims>()
            .AddSingleton<PersonIdentities>()
            .AddSingleton<SuppressionKeys>()
            .AddSingleton<SuppressionCatalogue>()
            .AddSingleton<SuppressionStore>()
            .AddSingleton<IFactSource, SuppressionLookup>()
            .AddSingleton<OptOutLookup>()
            .AddSingleton<OptOutBook>()
            .AddSingleton<OptOutFeed>()
            .AddSingleton(provider => new RecordOptOuts(
                provider.GetRequiredService<OptOutBook>(),
                provider.GetRequiredService<OptOutFeed>(),
                provider.GetRequiredService<TellTargets>(),
                provider.GetRequiredService<SuppressionStore>(),
                provider.GetRequiredService<SuppressionKeys>(),
                provider.GetRequiredService<IdentityHasher>(),
                retention.OptOuts,
                provider.GetRequiredService<LeadMetrics>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<LeadLookup>()
            .AddSingleton<CapPlaces>()
            .AddSingleton<CapCounters>()
            .AddSingleton<LeadPlaces>()
            .AddSingleton<VendorQuotas>()
            .AddThirdPartyChecks()
            .AddSingleton<IReservable, ReservablePersons>()
            .AddSingleton<IReservable, ReservablePlaces>()
            .AddSingleton<DecisionLog>()
            .AddSingleton<LeadLedger>()
            .AddSingleton<BoughtLeads>()
            .AddSingleton<OutcomeBook>()
            .AddSingleton<RecordOutcomes>()
            .AddSingleton<ConvertLead>()
            .AddSingleton<ReturnBook>()
            .AddSingleton<ReturnAgenda>()
            .AddSingleton<ReturnChanges>()
            .AddSingleton<SharePlaces>()
            .AddSingleton<SoldLeads>()
            .AddSingleton<RequestReturns>()
            .AddSingleton<AnswerReturn>()
            .AddSingleton<ReturnSweep>()
            .AddSingleton<ReturnPages>()
            .AddSingleton<ReturnLead>()
            .AddSingleton<LeadAccounts>()
            .AddSingleton<DecisionPages>()
            .AddSingleton<DecisionJournal>()
            .AddSingleton<PatternWatch>()
            .AddSingleton<SubmitLead>()
            .AddSingleton<FilterStatus>()
            .AddSingleton<CapReport>()
            .AddSingleton<StatementReader>()
            .AddSingleton<StatementNotices>()
            .AddSingleton<CheckPerson>()
            .AddSingleton<ErasePerson>()
            .AddSingleton<PastPurchases>()
            .AddSingleton<INoticeReceivers, VendorReceivers>()
            .AddSingleton<INoticeReceivers, TargetReceivers>()
            .AddSingleton<INoticePost, NoticePost>()
            .AddSingleton<TargetBook>()
            .AddSingleton<TellTargets>()
            .AddSingleton<TargetSweep>()
            .AddSingleton<NoticeSender>()
            .AddSingleton<NoticeForwarder>();
    }
}
