using LeadFilter.Http.Endpoints;

namespace LeadFilter.Http.Routing;

/// <summary>
/// The addresses of the filter. Each is declared here and nowhere else. Its template is a constant, since the triggers of
/// Azure's functions want one.
/// </summary>
public static class Addresses
{
    /// <summary>What stands before every address.</summary>
    public const string Prefix = "api";

    /// <summary>The template of <see cref="SubmitLead"/>.</summary>
    public const string SubmitLeadTemplate = "campaigns/{campaign}/leads";

    /// <summary>The template of <see cref="ListDecisions"/>.</summary>
    public const string ListDecisionsTemplate = "campaigns/{campaign}/decisions";

    /// <summary>The template of <see cref="ListRejections"/>.</summary>
    public const string ListRejectionsTemplate = "campaigns/{campaign}/rejections";

    /// <summary>The template of <see cref="ListCaps"/>.</summary>
    public const string ListCapsTemplate = "campaigns/{campaign}/caps";

    /// <summary>The template of <see cref="RecordOutcomes"/>.</summary>
    public const string RecordOutcomesTemplate = "campaigns/{campaign}/outcomes";

    /// <summary>The template of <see cref="Feedback"/>.</summary>
    public const string FeedbackTemplate = "feedback";

    /// <summary>The template of <see cref="ShowLead"/>.</summary>
    public const string ShowLeadTemplate = "campaigns/{campaign}/leads/{lead}";

    /// <summary>The template of <see cref="ShowStatement"/>.</summary>
    public const string ShowStatementTemplate = "campaigns/{campaign}/statement";

    /// <summary>The template of <see cref="ReturnLeads"/>.</summary>
    public const string ReturnLeadsTemplate = "campaigns/{campaign}/returns";

    /// <summary>The template of <see cref="AnswerReturn"/>.</summary>
    public const string AnswerReturnTemplate = "campaigns/{campaign}/returns/{lead}";

    /// <summary>The template of <see cref="CheckPerson"/>.</summary>
    public const string CheckPersonTemplate = "campaigns/{campaign}/duplicates";

    /// <summary>The template of <see cref="ImportClaims"/>.</summary>
    public const string ImportClaimsTemplate = "campaigns/{campaign}/claims";

    /// <summary>The template of <see cref="ListSuppressions"/>.</summary>
    public const string ListSuppressionsTemplate = "suppressions";

    /// <summary>The template of <see cref="ChangeSuppressions"/>.</summary>
    public const string ChangeSuppressionsTemplate = "suppressions/{list}";

    /// <summary>The template of <see cref="RecordOptOuts"/>.</summary>
    public const string RecordOptOutsTemplate = "opt-outs";

    /// <summary>The template of <see cref="ShowOptOut"/>.</summary>
    public const string ShowOptOutTemplate = "opt-outs/{id}";

    /// <summary>The template of <see cref="ProveOptOut"/>.</summary>
    public const string ProveOptOutTemplate = "opt-outs/{id}/proof";

    /// <summary>The template of <see cref="FeedOptOuts"/>.</summary>
    public const string FeedOptOutsTemplate = "opt-outs/feed";

    /// <summary>The template of <see cref="ErasePerson"/>.</summary>
    public const string ErasePersonTemplate = "erasures";

    /// <summary>The template of <see cref="Live"/>.</summary>
    public const string LiveTemplate = "health/live";

    /// <summary>The template of <see cref="Ready"/>.</summary>
    public const string ReadyTemplate = "health/ready";

    /// <summary>Vendors send leads here.</summary>
    public static Address SubmitLead { get; } = Address.Of<SubmitLeadEndpoint>(
        nameof(SubmitLead), SubmitLeadTemplate, Caller.Vendor, ["GET", "POST"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer reads all decisions here.</summary>
    public static Address ListDecisions { get; } = Address.Of<ListDecisionsEndpoint>(
        nameof(ListDecisions), ListDecisionsTemplate, Caller.Read, ["GET"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer reads the rejections here.</summary>
    public static Address ListRejections { get; } = Address.Of<ListRejectionsEndpoint>(
        nameof(ListRejections), ListRejectionsTemplate, Caller.Read, ["GET"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer reads here what is left under the caps.</summary>
    public static Address ListCaps { get; } = Address.Of<ListCapsEndpoint>(
        nameof(ListCaps), ListCapsTemplate, Caller.Read, ["GET"],
        static (endpoint, _, arguments, cancellation) => endpoint.HandleAsync(arguments[0], cancellation));

    /// <summary>The buyer reads everything of one lead here, and each vendor of its own what its contract shows it.</summary>
    public static Address ShowLead { get; } = Address.Of<ShowLeadEndpoint>(
        nameof(ShowLead), ShowLeadTemplate, Caller.Vendor | Caller.Read, ["GET"],
        static (endpoint, request, arguments, cancellation) =>
            endpoint.HandleAsync(request, arguments[0], arguments[1], cancellation));

    /// <summary>The CRM tells here what became of bought leads.</summary>
    public static Address RecordOutcomes { get; } = Address.Of<RecordOutcomesEndpoint>(
        nameof(RecordOutcomes), RecordOutcomesTemplate, Caller.Crm, ["POST"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>Feedback in the form of LeadConduit is taken here.</summary>
    public static Address Feedback { get; } = Address.Of<FeedbackEndpoint>(
        nameof(Feedback), FeedbackTemplate, Caller.Crm, ["POST"],
        static (endpoint, request, _, cancellation) => endpoint.HandleAsync(request, cancellation));

    /// <summary>
    /// The same at the root, where LeadConduit has it, for hosts that can answer there. It is not among <see cref="All"/>.
    /// </summary>
    public static Address FeedbackAtRoot { get; } = Address.Of<FeedbackEndpoint>(
        nameof(FeedbackAtRoot), $"/{FeedbackTemplate}", Caller.Crm, ["POST"],
        static (endpoint, request, _, cancellation) => endpoint.HandleAsync(request, cancellation));

    /// <summary>The buyer, and each vendor for itself, reads here what is owed for a month.</summary>
    public static Address ShowStatement { get; } = Address.Of<StatementEndpoint>(
        nameof(ShowStatement), ShowStatementTemplate, Caller.Vendor | Caller.Read, ["GET"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer hands leads back here, and whoever is concerned lists the returns.</summary>
    public static Address ReturnLeads { get; } = Address.Of<ReturnsEndpoint>(
        nameof(ReturnLeads), ReturnLeadsTemplate, [("GET", Caller.Vendor | Caller.Read | Caller.Crm), ("POST", Caller.Crm)],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>Vendor and buyer see one return here, and say what they do with it.</summary>
    public static Address AnswerReturn { get; } = Address.Of<ReturnEndpoint>(
        nameof(AnswerReturn), AnswerReturnTemplate,
        [("GET", Caller.Vendor | Caller.Read | Caller.Crm), ("POST", Caller.Vendor | Caller.Crm)],
        static (endpoint, request, arguments, cancellation) =>
            endpoint.HandleAsync(request, arguments[0], arguments[1], cancellation));

    /// <summary>Vendors ask here whether a person of whom they send hashes is known.</summary>
    public static Address CheckPerson { get; } = Address.Of<CheckPersonEndpoint>(
        nameof(CheckPerson), CheckPersonTemplate, Caller.Vendor, ["POST"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer imports here whom it bought before.</summary>
    public static Address ImportClaims { get; } = Address.Of<ImportClaimsEndpoint>(
        nameof(ImportClaims), ImportClaimsTemplate, Caller.Admin, ["POST"],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The buyer sees the suppression lists here.</summary>
    public static Address ListSuppressions { get; } = Address.Of<SuppressionsEndpoint>(
        nameof(ListSuppressions), ListSuppressionsTemplate, Caller.Read | Caller.Crm, ["GET"],
        static (endpoint, _, _, cancellation) => endpoint.ListAsync(cancellation));

    /// <summary>The buyer counts, fills and empties a suppression list here.</summary>
    public static Address ChangeSuppressions { get; } = Address.Of<SuppressionsEndpoint>(
        nameof(ChangeSuppressions), ChangeSuppressionsTemplate,
        [("GET", Caller.Read | Caller.Crm), ("POST", Caller.Crm), ("DELETE", Caller.Admin)],
        static (endpoint, request, arguments, cancellation) => endpoint.HandleAsync(request, arguments[0], cancellation));

    /// <summary>The CRM tells here who does not want to be contacted, and the buyer sees all of them.</summary>
    public static Address RecordOptOuts { get; } = Address.Of<OptOutsEndpoint>(
        nameof(RecordOptOuts), RecordOptOutsTemplate, [("GET", Caller.Read | Caller.Crm), ("POST", Caller.Crm)],
        static (endpoint, request, _, cancellation) => endpoint.HandleAsync(request, cancellation));

    /// <summary>The buyer sees one opt-out here.</summary>
    public static Address ShowOptOut { get; } = Address.Of<ShowOptOutEndpoint>(
        nameof(ShowOptOut), ShowOptOutTemplate, Caller.Read | Caller.Crm, ["GET"],
        static (endpoint, _, arguments, cancellation) => endpoint.ShowAsync(arguments[0], cancellation));

    /// <summary>The buyer has it proved here what was done about an opt-out.</summary>
    public static Address ProveOptOut { get; } = Address.Of<ShowOptOutEndpoint>(
        nameof(ProveOptOut), ProveOptOutTemplate, Caller.Read | Caller.Crm, ["GET"],
        static (endpoint, _, arguments, cancellation) => endpoint.ProveAsync(arguments[0], cancellation));

    /// <summary>Vendors read here which of the people whom they sold do not want to be contacted.</summary>
    public static Address FeedOptOuts { get; } = Address.Of<OptOutFeedEndpoint>(
        nameof(FeedOptOuts), FeedOptOutsTemplate, Caller.Vendor, ["GET"],
        static (endpoint, request, _, cancellation) => endpoint.HandleAsync(request, cancellation));

    /// <summary>The buyer has a person erased here.</summary>
    public static Address ErasePerson { get; } = Address.Of<ErasePersonEndpoint>(
        nameof(ErasePerson), ErasePersonTemplate, Caller.Admin, ["POST"],
        static (endpoint, request, _, cancellation) => endpoint.HandleAsync(request, cancellation));

    /// <summary>Whether the process runs.</summary>
    public static Address Live { get; } = Address.Of<HealthEndpoint>(
        nameof(Live), LiveTemplate, Caller.Anyone, ["GET"],
        static (_, _, _, _) => Task.FromResult(HealthEndpoint.Live()));

    /// <summary>Whether leads can be decided. Whoever may read is told more.</summary>
    public static Address Ready { get; } = Address.Of<HealthEndpoint>(
        nameof(Ready), ReadyTemplate, Caller.Anyone, ["GET"],
        static (endpoint, request, _, cancellation) => endpoint.ReadyAsync(request, cancellation));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Address> All { get; } =
    [
        SubmitLead, ShowLead, ListDecisions, ListRejections, ListCaps, ShowStatement,
        RecordOutcomes, ReturnLeads, AnswerReturn, Feedback, CheckPerson, ImportClaims,
        ListSuppressions, ChangeSuppressions, RecordOptOuts, FeedOptOuts, ShowOptOut, ProveOptOut,
        ErasePerson, Live, Ready,
    ];
}
