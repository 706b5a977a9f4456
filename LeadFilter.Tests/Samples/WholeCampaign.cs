using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Samples;

/// <summary>A campaign that uses every key of the language at least once. What the schema knows and is not here fails <see cref="SchemaKeysTests"/>.</summary>
internal static class WholeCampaign
{
    public const string Json = """
        {
          "$schema": "./campaign.schema.json", "campaign": "loans", "version": "v1", "enabled": true, "timeZone": "UTC", "region": "US", "dates": "us",
          "fields": { "pets": "number", "owner": { "type": "boolean", "true": ["own"], "false": ["rent"] } }, "aliases": { "dogs": "pets" },
          "lists": { "zips": "lists/zips.txt" },
          "conditions": { "serious": { "field": "opt_in", "is": "true" } },
          "onUnreadable": "reject",
          "rules": [
            { "id": "a", "category": "age", "reason": "a", "text": "A", "mode": "enforced", "always": false, "onMissing": "reject", "onUnreadable": "accept",
              "rejectWhen": { "field": "pets", "op": ">", "value": 900 } },
            { "id": "b", "category": "age", "reason": "b", "rejectWhen": { "any": [
              { "all": [ { "field": "state", "op": "in", "values": ["CA", "TX"] }, { "use": "serious" }, { "share": 10, "of": "person", "name": "ab" } ] },
              { "none": [ { "not": { "field": "email", "op": "similar to", "value": "a@b.example", "edits": 1 } } ] },
              { "field": "created_at", "op": "older than", "value": "90 days" },
              { "field": "state", "op": "not equal", "other": "phone_1.state" },
              { "field": "received_at.hour", "op": "<", "value": 8, "clock": "lead" },
              { "field": "pets", "op": "<", "values": [2] },
              { "field": "pets", "op": "between", "values": [2, 3] },
              { "field": "created_at", "op": "newer than", "values": ["1 second"] },
              { "field": "created_at.weekday", "op": "in", "values": ["friday", "monday"] },
              { "field": "created_at.weekday", "op": "equal", "value": "friday" },
              { "field": "postal_code", "op": "in", "list": "zips" } ] } }
          ],
          "lookups": {
            "timeoutMs": 2000,
            "trustedform": { "use": "trustedform", "secret": "LEADFILTER_SECRET_TRUSTEDFORM", "url": "http://127.0.0.1:5001", "certificate": "trustedform_cert_url", "email": "email", "phone": "phone_1.national", "retain": true,
              "facts": ["valid"], "when": { "field": "opt_in", "is": "true" }, "timeoutMs": 900, "cacheMinutes": 5, "onFailure": "reject", "reason": "no_certificate", "category": "consent", "text": "None", "mode": "shadow" },
            "line": { "use": "phone", "method": "GET", "url": "https://api.example.com/{phone_1}", "query": { "a": "{email?}", "k": { "secret": "LEADFILTER_SECRET_K" } }, "headers": { "X-Key": { "secret": "LEADFILTER_SECRET_K", "prefix": "Key " } },
              "when": { "field": "opt_in", "is": "true" }, "ifMissing": "skip", "timeoutMs": 900, "cacheMinutes": 5, "onFailure": "reject", "reason": "no_line", "category": "contact", "text": "None", "mode": "shadow",
              "failsWhen": { "path": "$.status", "values": ["error"] },
              "facts": { "kind": "$.line.type", "active": { "path": "$.active", "type": "boolean", "required": true }, "known": { "status": [404] } } },
            "mail": { "method": "POST", "url": "https://api.example.com/", "form": { "address": "{email}" }, "facts": { "hit": { "exists": "$.hits[0]" } } },
            "other": { "url": "https://api.example.com/", "json": { "address": "{email}" }, "facts": { "age": { "path": "$.age", "type": "number", "ages": true } } }
          },
          "suppression": [ { "list": "customers", "by": ["email", "phone_1"], "reason": "existing_customer", "text": "Known", "mode": "shadow", "always": false } ],
          "duplicates": { "id": "people", "scope": "campaign", "action": "reject", "by": ["email"], "match": "any", "windowDays": 90, "text": "Known", "mode": "enforced" },
          "score": { "points": [
              { "id": "p", "kind": "behaviour", "when": { "field": "opt_in", "is": "true" }, "points": 5, "halfLifeDays": 7, "since": "opt_in_at" },
              { "id": "q", "per": "pets", "points": 1, "most": 5 } ],
            "min": 0, "max": 100, "sales": 0, "nurture": 0, "text": "Low", "mode": "shadow" },
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "vendors": ["acme"], "exclusive": true, "score": { "from": 1, "below": 9 }, "price": 5 },
            { "when": { "field": "state", "op": "equal", "value": "CA" }, "vendors": ["bright"], "exclusive": true, "score": { "from": 1, "below": 9 }, "price": "asked", "field": "price", "atMost": 9, "onAbove": "limit", "onMissing": "next" }, { "price": 1 } ],
          "caps": [ { "id": "daily", "limit": "$500", "limits": { "acme": "$1,000" }, "per": "day", "by": "vendor", "when": { "field": "pets", "op": "<", "value": 9 }, "text": "Full", "mode": "shadow" } ],
          "hours": { "days": { "weekdays": [ ["08:00", "17:30"] ], "weekend": [], "monday": [], "tuesday": [], "wednesday": [], "thursday": [], "friday": [], "saturday": [], "sunday": [] }, "holidays": [ "2026-12-25", { "date": "2026-12-24", "windows": [ ["08:00", "12:00"] ] } ], "clock": "lead", "onMissing": "accept", "text": "Closed", "mode": "shadow" },
          "floor": 1, "noBid": { "text": "No", "mode": "shadow" },
          "outcomes": { "map": { "Closed Won": "converted" }, "reasons": { "Wrong Number": "wrong_number" } },
          "returns": { "windowDays": 7, "earliestHours": 1, "reasons": { "wrong_number": "x" }, "maxShare": 10, "minAttempts": 1, "answerDays": 3, "silence": "accept", "again": true },
          "optOuts": { "ask": true, "undelivered": "stop" },
          "delivery": { "type": "webhook", "url": "/crm", "secret": "LEADFILTER_SECRET_CRM", "fields": { "Pets": "pets" },
            "accepted": { "facts": { "ok": { "path": "$.ok", "type": "boolean" }, "made": { "status": [201] }, "id": { "exists": "$.id" } }, "when": { "field": "answer.ok", "is": "true" }, "otherwise": "retry" } },
          "vendors": {
            "acme": { "price": 5, "floor": 1, "exclusive": true, "duplicates": "reject", "rejects": ["age"], "mode": "trial", "trialUntil": "2035-12-31", "paused": false, "questionsPerDay": 5, "testsPerDay": 5, "testsNameLists": true, "pausedSources": ["x"], "sources": ["y"],
              "caps": [ { "id": "own", "limit": 5, "per": "hour", "by": "source" } ], "hours": { "mode": "off" }, "returns": { "windowDays": 9 },
              "override": { "a": { "mode": "shadow", "onMissing": "reject", "onUnreadable": "reject", "value": 5 }, "b": { "rejectWhen": { "field": "pets", "op": "in", "values": [1] } } } },
            "bright": { "price": { "price": "asked", "field": "price", "atMost": 9, "onAbove": "next", "onMissing": "reject" } }
          },
          "exampleBase": { "lead": { "opt_in": true }, "facts": { } },
          "examples": [ { "lead": { "pets": 1000 }, "facts": { "suppression.customers": true }, "vendor": "acme", "at": "2026-01-01T12:00:00Z", "expect": "source_not_allowed" } ]
        }
        """;

    public static LoadResult<Campaign> Load(string json) =>
        CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(json), TestCampaign.Vendors, static _ => "85004\n"u8.ToArray());
}
