#!/usr/bin/env bash
# A patient's day over JSON with curl: admit, check, sign, charge, refund, totals. Needs bash and curl, nothing else.
#
#   ordercheck.sh [ADDRESS] [API_KEY] [ITEM_CODE]
#
# A check has 200 ms: without an answer it is unchecked, which is not clean and stops nobody. A write is sent again with the same
# request id until it is recorded: the same id changes nothing a second time.
set -uo pipefail

address=${1:-http://127.0.0.1:5080}
api_key=${2:-demo}
item=${3:-001102000050000}
check_seconds=${CHECK_SECONDS:-0.2}
write_attempts=${WRITE_ATTEMPTS:-6}

visit="sh-$(date +%s%N)"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)

call() {
  local method=$1 path=$2 seconds=$3
  shift 3
  curl --silent --show-error --noproxy '*' --max-time "$seconds" --request "$method" --write-out '\n%{http_code}' \
    --header "x-api-key: $api_key" --header 'x-oc-role: his' --header 'x-oc-department: A03.04' --header 'x-oc-person: D001' \
    --header 'content-type: application/json' "$@" "$address$path"
}

# The value of a text field, where it stands first in the answer.
field() { sed -nE "s/.*\"$1\": ?\"([^\"]*)\".*/\1/p" | head -n 1; }

check() {
  local reply
  reply=$(call POST /v1/orders:check "$check_seconds" --data "$1" 2>/dev/null)
  if [ "$(tail -n 1 <<<"$reply")" = 200 ]; then
    head -n -1 <<<"$reply"
  else
    echo '{"state":"CHECK_STATE_UNCHECKED","stateReasons":[{"code":"unavailable","message":"审核服务暂时无法连接，本次未审核，不代表没有问题；可以照常开立，恢复后系统将补审。"}]}'
  fi
}

# Prints the receipt. Exit code 0 recorded, 1 refused, 2 unknown: send the same request id again later.
write() {
  local path=$1 request=$2 reply status attempt
  for ((attempt = 1; attempt <= write_attempts; attempt++)); do
    reply=$(call POST "$path" 3 --data "$request" 2>/dev/null)
    status=$(tail -n 1 <<<"$reply")
    case $status in
      200)
        head -n -1 <<<"$reply"
        return 0
        ;;
      408 | 429) ;; # Ended on the way, or too much to do: that may pass.
      4*)
        echo "refused ($status): $(head -n -1 <<<"$reply")" >&2
        return 1
        ;;
    esac
    # 0.1 s, doubled each time, and as much again by chance.
    sleep "$(awk -v n="$attempt" -v r="$RANDOM" 'BEGIN { d = 0.1 * 2 ^ (n - 1); if (d > 2) d = 2; print d * (1 + r / 32768) }')"
  done
  echo "unknown: send request_id $(field request_id <<<"$request") again" >&2
  return 2
}

must() {
  local name=$1
  shift
  if ! receipt=$(write "$@"); then
    echo "$name was not recorded" >&2
    exit 1
  fi
  echo "$name: recorded"
}

encounter="\"encounter\":{\"visit_number\":\"$visit\"}"
order="{\"id\":\"o1\",\"kind\":\"ORDER_KIND_SERVICE\",\"item_code\":\"$item\",\"quantity\":{\"value\":\"2\",\"unit\":\"日\"},\"start_at\":\"$now\",\"doctor\":\"D001\",\"department\":\"A03.04\"}"
line="\"item_code\":\"$item\",\"unit\":\"日\",\"unit_price\":\"12.00\",\"occurred_at\":\"$now\""

must admit /v1/events:report "{$encounter,\"request_id\":\"admit\",\"events\":[{\"id\":\"adm\",\"occurred_at\":\"$now\",\"admit\":{\"stay\":{
  \"patient_number\":\"P-$visit\",\"sex\":\"SEX_FEMALE\",\"birth_time\":\"1970-01-01T00:00:00Z\",\"med_type\":\"21\",\"insutype\":\"310\",\"department\":\"A03.04\"}}}]}"

answer=$(check "{$encounter,\"orders\":[$order]}")
echo "check: $(grep -oE 'CHECK_STATE_[A-Z]+' <<<"$answer" | head -n 1)"
grep -oE '"message": ?"[^"]*"' <<<"$answer"

must sign /v1/orders:sign "{$encounter,\"request_id\":\"sign\",\"check_id\":\"$(grep -oE '"checkId": ?"[^"]*"' <<<"$answer" | head -n 1 | field checkId)\",\"orders\":[$order]}"
must charge /v1/charges:post "{$encounter,\"request_id\":\"charge\",\"charges\":[{\"id\":\"c1\",\"order_id\":\"o1\",$line,\"quantity\":\"2\",\"amount\":\"24.00\"}]}"
must 'charge again' /v1/charges:post "{$encounter,\"request_id\":\"charge\",\"charges\":[{\"id\":\"c1\",\"order_id\":\"o1\",$line,\"quantity\":\"2\",\"amount\":\"24.00\"}]}"
must refund /v1/charges:post "{$encounter,\"request_id\":\"refund\",\"charges\":[{\"id\":\"r1\",\"refund_of\":\"c1\",$line,\"quantity\":\"-1\",\"amount\":\"-12.00\"}]}"

totals=$(call GET "/v1/encounters/$visit" 5)
if [ "$(tail -n 1 <<<"$totals")" != 200 ]; then
  echo "no totals: $totals" >&2
  exit 1
fi
echo "total: $(grep -oE '"total": ?"[^"]*"' <<<"$totals" | field total)"
