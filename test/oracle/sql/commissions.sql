-- What orders earn by all that is known, as it was agreed (`agreed`) and with the links' authors (`written`): by LAST_CLICK within 15 days.
create table seeded as
select paid.outcome, paid.shop_id, paid.occurred_at, clicks.link_id,
  any_value(paid.sales) - coalesce(sum(back.amount_fen), 0) as base
from outcomes as paid
join click_credits as credit on credit.outcome = paid.outcome and credit.known_on = paid.known_on
  and window_name = 'DAYS_15' and model = 'LAST_CLICK'
join clicks on clicks.conversion = credit.conversion and known(clicks.known_from, clicks.known_until, paid.known_on)
left join counted_refunds as back on back.outcome = paid.outcome and back.known_on = paid.known_on
where paid.kind = 'orders' and paid.next_day is null
group by paid.outcome, paid.shop_id, paid.occurred_at, clicks.link_id;

-- A link's own terms come before its shop's, later ones before earlier ones.
create table commissions as
select order_id, shop_id, author_id, total, (total * author_percent + 50) // 100 as author_fen
from (
  select outcome as order_id, seeded.shop_id, author_id, author_percent, (base * rate_bp + 5000) // 10000 as total,
    row_number() over (partition by outcome order by agreed.link_id <> '' desc, valid_from desc) as place
  from seeded join written using (link_id)
  join agreed on agreed.shop_id = seeded.shop_id and agreed.link_id in (seeded.link_id, '') and valid_from <= occurred_at
)
where place = 1;
