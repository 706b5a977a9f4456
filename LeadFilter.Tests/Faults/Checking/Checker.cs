using System.Globalization;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>
/// Says what is wrong with a history. It knows the promises, not the program: nothing of the filter's own code decides here.
/// A submission that got only errors or no answer may be bought or not.
/// </summary>
internal sealed class Checker
{
    private readonly History history;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<(string Vendor, string Name), Submission> submissions = [];
    private readonly Dictionary<string, Taken> records = [];
    private readonly HashSet<string> delivered = [];
    private readonly Dictionary<string, Told> sold = [];
    private readonly HashSet<string> queued;

    private Checker(History history)
    {
        this.history = history;
        queued = [.. history.Queued];
        foreach (var told in history.Told)
        {
            Of(told.Vendor, told.Submission, told.Person).Answers.Add(told);
            if (told is { Outcome: ToldOutcome.Success, Lead: { } lead })
            {
                sold.TryAdd(lead, told);
            }
        }
    }

    /// <summary>Everything that is wrong.</summary>
    public static IReadOnlyList<Finding> Findings(History history)
    {
        var checker = new Checker(history);
        checker.LookAtCalls();
        checker.LookAtSubmissions();
        checker.LookAtLeads();
        checker.LookAtPersons();
        checker.LookAtCaps();
        checker.findings.AddRange(EventChecker.Findings(history));
        return checker.findings;
    }

    /// <summary>When a lead was received, as its id says: a UUIDv7 begins with the milliseconds since 1970 in 12 hex digits.</summary>
    private static DateTimeOffset TimeOf(string lead) =>
        lead.Length >= 12 && long.TryParse(lead.AsSpan(0, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.UnixEpoch;

    private Submission Of(string vendor, string name, string person)
    {
        if (!submissions.TryGetValue((vendor, name), out var submission))
        {
            submissions.Add((vendor, name), submission = new(vendor, name, person));
        }

        return submission;
    }

    private void Add(Wrong kind, string text) => findings.Add(new(kind, text));

    /// <summary>The CRM's records: the first call of each key makes one, and only what that call says is in it.</summary>
    private void LookAtCalls()
    {
        var byPerson = submissions.Values.ToLookup(submission => (submission.Vendor, submission.Person));
        foreach (var call in history.Taken)
        {
            if (!records.TryAdd(call.Key, call))
            {
                if (records[call.Key].Lead != call.Lead)
                {
                    Add(Wrong.Doubled, $"key {call.Key} of lead {records[call.Key].Lead} is used for lead {call.Lead}, too, which the CRM takes for a repetition");
                }

                continue;
            }

            if (!delivered.Add(call.Lead))
            {
                Add(Wrong.Doubled, $"lead {call.Lead} is in the CRM twice, the second time under key {call.Key}");
            }

            var senders = call.Submission is { } name
                ? submissions.TryGetValue((call.Vendor, name), out var one) ? [one] : []
                : byPerson[(call.Vendor, call.Person)].ToArray();
            if (senders.Length == 0)
            {
                Add(Wrong.DeliveredUnasked, $"lead {call.Lead} of {call.Vendor} is in the CRM, and nobody sent it");
            }
            else
            {
                // Of several submissions of one person, it is the one that was told this id; else any that was left in doubt.
                var sender = senders.FirstOrDefault(each => each.Answers.Exists(answer => answer.Lead == call.Lead))
                    ?? senders.FirstOrDefault(each => each.Answers.Exists(answer => answer.Outcome >= ToldOutcome.Error)) ?? senders[0];
                sender.Delivered.Add(call.Lead);
            }
        }
    }

    private void LookAtSubmissions()
    {
        foreach (var submission in submissions.Values)
        {
            var (soldAs, rejectedAs) = (submission.Sold, submission.Rejected);
            foreach (var lead in submission.Delivered.Union(rejectedAs.Where(IsKept)).Where(_ => soldAs.Count == 0 && rejectedAs.Count > 0))
            {
                Add(Wrong.DeliveredUnasked, $"lead {lead} is on its way to the CRM, and every answer to {submission} is failure ({string.Join(", ", rejectedAs)})");
            }

            foreach (var (first, second) in Pairs(soldAs))
            {
                Add(Wrong.Doubled, $"{submission} is sold twice, as {first} and as {second}");
            }

            foreach (var (first, second) in Pairs(submission.Delivered).Where(pair => !(soldAs.Contains(pair.First) && soldAs.Contains(pair.Second))))
            {
                Add(Wrong.Doubled, $"{submission} is in the CRM twice, as {first} and as {second}");
            }

            if (soldAs.Count > 0 && rejectedAs.Count > 0 && (soldAs.Intersect(rejectedAs).Any() || Pairs(soldAs.Union(rejectedAs)).Any()))
            {
                Add(Wrong.Contradicted, $"{submission} is answered with success ({string.Join(", ", soldAs)}) and with failure ({string.Join(", ", rejectedAs)})");
            }

            foreach (var answer in submission.Answers.Where(answer => answer is { Outcome: not ToldOutcome.Success, Price: not 0 }))
            {
                Add(Wrong.WronglyCharged, $"{submission} is answered with {answer.Outcome} as {answer.Lead}, and with a price of {answer.Price}");
            }
        }
    }

    /// <summary>Neighbours in time that are both within the time in which a resend gets its first answer.</summary>
    private IEnumerable<(string First, string Second)> Pairs(IEnumerable<string> leads)
    {
        var ordered = leads.OrderBy(At).ToList();
        return ordered.Zip(ordered.Skip(1)).Where(pair => At(pair.Second) - At(pair.First) < history.Terms.ResendWindow);
    }

    private DateTimeOffset At(string lead) => history.Logged.TryGetValue(lead, out var record) ? record.At : TimeOf(lead);

    private bool IsKept(string lead) => delivered.Contains(lead) || queued.Contains(lead) || history.Dead.ContainsKey(lead);

    private void LookAtLeads()
    {
        var prices = history.Taken.ToLookup(call => call.Lead, call => call.Price);
        foreach (var told in history.Told.Where(told => told is { Lead: not null, Outcome: ToldOutcome.Success or ToldOutcome.Failure }).Distinct())
        {
            var isSold = told.Outcome == ToldOutcome.Success;
            if (!history.Logged.TryGetValue(told.Lead!, out var record))
            {
                Add(Wrong.Contradicted, $"lead {told.Lead} is answered with {told.Outcome}, and the log does not have it");
            }
            else if (record.IsAccepted != isSold)
            {
                Add(Wrong.Contradicted, $"lead {told.Lead} is answered with {told.Outcome}, and the log says {(record.IsAccepted ? "accepted" : "rejected")}");
            }

            if (!isSold)
            {
                continue;
            }

            if (record is { IsAccepted: true } && record.Price != told.Price)
            {
                Add(Wrong.WronglyCharged, $"lead {told.Lead} is told a price of {told.Price}, and the log says {record.Price}");
            }

            if (sold[told.Lead!].Price != told.Price)
            {
                Add(Wrong.WronglyCharged, $"lead {told.Lead} is told a price of {sold[told.Lead!].Price}, and then of {told.Price}");
            }

            foreach (var price in prices[told.Lead!].Where(price => price != told.Price).Distinct())
            {
                Add(Wrong.WronglyCharged, $"lead {told.Lead} is told a price of {told.Price}, and the CRM of {price}");
            }
        }

        foreach (var lead in sold.Keys.Union(history.Logged.Values.Where(record => record.IsAccepted).Select(record => record.Lead)).Where(lead => !IsKept(lead)))
        {
            var price = sold.TryGetValue(lead, out var told) ? told.Price : history.Logged[lead].Price;
            Add(Wrong.Lost, $"lead {lead} is {(told is null ? "accepted by the log" : "answered with success")}, and neither in the CRM nor dead nor queued");
            if (price != 0)
            {
                Add(Wrong.WronglyCharged, $"lead {lead} costs {price}, and the CRM never gets it");
            }
        }

        foreach (var record in history.Logged.Values.Where(record => record is { IsAccepted: false, Price: not 0 }))
        {
            Add(Wrong.WronglyCharged, $"lead {record.Lead} is rejected, and the log gives it a price of {record.Price}");
        }

        foreach (var lead in delivered.Union(queued).Union(history.Dead.Keys).Where(lead => history.Logged.TryGetValue(lead, out var record) && !record.IsAccepted && !IsTold(lead)))
        {
            Add(Wrong.DeliveredUnasked, $"lead {lead} is on its way to the CRM, and the log says rejected");
        }
    }

    private bool IsTold(string lead) => sold.ContainsKey(lead) || submissions.Values.Any(submission => submission.Rejected.Contains(lead));

    /// <summary>All that is bought or may be, in order of time; updates are not bought.</summary>
    private List<Purchase> Purchases()
    {
        var senders = new Dictionary<string, (string Vendor, string Person)>();
        foreach (var call in records.Values)
        {
            senders[call.Lead] = (call.Vendor, call.Person);
        }

        foreach (var told in sold.Values)
        {
            senders[told.Lead!] = (told.Vendor, told.Person);
        }

        var accepted = history.Logged.Values.Where(record => record.IsAccepted).Select(record => record.Lead).ToHashSet();
        return
        [
            .. sold.Keys.Union(accepted).Union(delivered).Union(queued).Union(history.Dead.Keys)
                .Where(lead => !(history.Logged.TryGetValue(lead, out var record) && record.IsUpdate))
                .Select(lead => new Purchase(
                    lead,
                    senders.TryGetValue(lead, out var sender) ? sender.Vendor : history.Logged.GetValueOrDefault(lead)?.Vendor,
                    sender.Person,
                    At(lead),
                    sold.ContainsKey(lead),
                    accepted.Contains(lead)))
                .OrderBy(purchase => purchase.At).ThenBy(purchase => purchase.Lead, StringComparer.Ordinal),
        ];
    }

    private void LookAtPersons()
    {
        foreach (var person in Purchases().Where(purchase => purchase.Person is not null).GroupBy(purchase => purchase.Person))
        {
            foreach (var (first, second) in person.Zip(person.Skip(1)))
            {
                if (second.At - first.At < history.Terms.DuplicateWindow && !history.Terms.DuplicatesBoughtFrom.Contains(second.Vendor!))
                {
                    Add(Wrong.Doubled, $"one person is bought twice: {Shown(first)}, and {Shown(second)}");
                }
            }
        }
    }

    private static string Shown(Purchase purchase) =>
        $"lead {purchase.Lead} of {purchase.Vendor} ({(purchase.IsTold ? "told" : "not told")}, {(purchase.IsLogged ? "logged" : "not logged")})";

    private void LookAtCaps()
    {
        var purchases = Purchases();
        foreach (var cap in history.Terms.Caps)
        {
            foreach (var period in purchases
                .Where(purchase => cap.Vendor is null || cap.Vendor == purchase.Vendor)
                .GroupBy(purchase => purchase.At.UtcTicks / cap.Period.Ticks)
                .Where(period => period.Count() > cap.Limit))
            {
                var doubtful = period.Where(purchase => purchase is { IsTold: false, IsLogged: false }).ToList();
                Add(
                    Wrong.OverCap,
                    $"cap {cap.Name} allows {cap.Limit}, and from {new DateTime(period.Key * cap.Period.Ticks, DateTimeKind.Utc):u} "
                    + $"{period.Count(purchase => purchase.IsTold)} are told, {period.Count(purchase => purchase.IsLogged)} are logged, "
                    + $"{doubtful.Count} more may be bought ({string.Join(", ", doubtful.Take(10).Select(purchase => purchase.Lead))}); "
                    + $"the last is {period.Last().Lead}");
            }
        }
    }
}
