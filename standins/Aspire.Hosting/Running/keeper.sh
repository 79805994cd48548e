# Outlives the AppHost for as long as it takes to end what the AppHost started: its standard input closes when the AppHost
# ends, however it ends. A line is "+group" for a process group that began and "-group" for one that is over.
exec >/dev/null 2>&1
groups=""
while read -r line; do
  group=${line#?}
  case $line in
    +*) groups="$groups $group" ;;
    -*) kept=""
        for other in $groups; do [ "$other" = "$group" ] || kept="$kept $other"; done
        groups=$kept ;;
  esac
done
for group in $groups; do kill -TERM "-$group"; done
tries=50
while [ $tries -gt 0 ]; do
  alive=""
  for group in $groups; do kill -0 "-$group" && alive=yes; done
  [ -n "$alive" ] || exit 0
  sleep 0.1
  tries=$((tries - 1))
done
for group in $groups; do kill -KILL "-$group"; done
