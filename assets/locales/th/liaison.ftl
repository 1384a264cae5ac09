# สิ่งที่สองหน่วยประสานกัน คำขอ คำตอบ การตรวจซ้ำ การอนุญาต ความไว้วางใจ
liaison-list = { $all } { $next }

liaison-line-request = คำขอจาก{ $team }
liaison-line-own-request = คำขอของเราถึง{ $team }
liaison-line-request-text = ท่านมีข้อมูลเกี่ยวกับ{ $names }หรือไม่
liaison-line-request-note = ท่านมีข้อมูลเกี่ยวกับ{ $names }หรือไม่ “{ $note }”
liaison-line-waiting = { $rounds ->
    [0] เข้ามารอบนี้
   *[other] รอคำตอบมา { $rounds } รอบ
}
liaison-line-answer = คำตอบจาก{ $team }
liaison-line-own-answer = คำตอบของเราถึง{ $team }
liaison-line-items = เรื่อง{ $names }: { $items }
liaison-line-items-coming = เรื่อง{ $names }: { $items } และกำลังส่งอีก { $coming } รายการ
liaison-line-all-coming = เรื่อง{ $names }: กำลังส่งคำตอบ { $coming } รายการ
liaison-line-no-trace = เรื่อง{ $names }: ไม่พบข้อมูล
liaison-line-refused = เรื่อง{ $names }: ไม่ให้ข้อมูล { $why }
liaison-line-own-query = เราตรวจงานซ้ำในระบบ
liaison-line-query = { $team }ตรวจงานซ้ำในระบบ
liaison-line-matched = { $name }: พบว่าซ้ำกัน ทั้งสองหน่วยมีข้อมูลหรือทำเรื่องนี้อยู่ และรู้กันแล้ว
liaison-line-no-match = { $name }: ขณะนี้ไม่พบว่าซ้ำกัน หากเปลี่ยนไป ระบบจะแจ้งทั้งสองหน่วย
liaison-line-partner-matched = { $name }: ท่านมีข้อมูลหรือทำเรื่องเดียวกัน ทั้งสองหน่วยรู้กันแล้ว
liaison-line-partner-no-match = ไม่ซ้ำกับงานของท่าน เรื่องที่ถาม{ $team }เท่านั้นที่รู้
liaison-line-consent-asked = { $team }ขออนุญาตใช้ข้อมูล
liaison-line-own-consent-asked = เราขออนุญาตจาก{ $team }
liaison-line-consent-asked-text = ขอใช้ { $item } ในคำขอหมาย ในแผน หรือในการสัมภาษณ์ได้หรือไม่
liaison-line-granted = { $team }อนุญาต
liaison-line-denied = { $team }ไม่อนุญาต
liaison-line-own-granted = เราอนุญาตแล้ว
liaison-line-own-denied = เราไม่อนุญาต
liaison-line-granted-text = ใช้ { $item } ในคำขอหมาย ในแผน หรือในการสัมภาษณ์ได้
liaison-line-denied-text = { $item } เป็นเพียงเบาะแสให้ทำงานต่อ ห้ามนำไปใช้อย่างอื่น
liaison-line-breach = { $team }ใช้ข้อมูลของเราโดยไม่ขอ
liaison-line-own-breach = เราใช้ข้อมูลโดยไม่ได้รับอนุญาต
liaison-line-breach-text = มีการใช้ { $item } { $use } โดยไม่ได้ขอเจ้าของข้อมูล
liaison-line-blue-on-blue = เจ้าหน้าที่ปะทะงานกันเอง
liaison-line-blue-failed = งาน “{ $task }” ไปซ้อนกับเจ้าหน้าที่ของ{ $team } งานเสียเปล่า และเครือข่ายรู้ตัวแล้ว
liaison-line-blue-worked = งาน “{ $task }” ไปซ้อนกับเจ้าหน้าที่ของ{ $team } งานของเขาเสียเปล่า และเครือข่ายรู้ตัวแล้ว
liaison-use-warrant = ในคำขอหมาย
liaison-use-plan = ในแผน
liaison-use-interview = ในการสัมภาษณ์

liaison-do-answer = ตอบ
liaison-do-no-trace = ไม่พบข้อมูล
liaison-do-refuse = ปฏิเสธ…
liaison-do-allow = อนุญาต
liaison-do-deny = ไม่อนุญาต
liaison-do-more = ตอบเพิ่ม

liaison-withheld-source-at-risk = แหล่งข่าวอาจเป็นอันตราย
liaison-withheld-operation-running = กำลังปฏิบัติการอยู่
liaison-withheld-no-legal-basis = ไม่มีกฎหมายให้ทำได้
liaison-withheld-wants-formal = ต้องขอเป็นทางการ
liaison-withheld-too-broad = คำถามกว้างเกินไป
liaison-withheld-detail-source-at-risk = หากส่งต่อ อาจมีคนรู้ว่าใครเป็นผู้ให้ข่าว
liaison-withheld-detail-operation-running = เจ้าหน้าที่ของท่านอาจเป็นอันตรายหรืองานอาจเสีย ควรบอกว่าจะให้ข้อมูลได้เมื่อใด
liaison-withheld-detail-no-legal-basis = กฎหมายของท่านไม่ได้ให้อำนาจส่งต่อ
liaison-withheld-detail-wants-formal = ส่งได้ทางความช่วยเหลือซึ่งกันและกันทางกฎหมายเท่านั้น อีกฝ่ายขอทางนั้นได้
liaison-withheld-detail-too-broad = อีกฝ่ายถามใหม่ได้ โดยระบุบุคคล ยานพาหนะ หรือสถานที่เดียว

liaison-search = ค้นหาเรื่องที่ท่านรู้จัก
liaison-knows-nothing = ยังไม่มีเรื่องที่จะถาม มอบงานให้เจ้าหน้าที่ก่อน สิ่งที่พบจะบอกชื่อบุคคล ยานพาหนะ และสถานที่
liaison-none-found = ไม่พบเรื่องที่ตรง ลองค้นด้วยคำอื่น

liaison-ask = ถาม…
liaison-ask-title = ถาม{ $team }ว่ามีข้อมูลใด
liaison-words = ข้อความของท่าน
liaison-words-hint = ถามเพราะเหตุใด ต้องการคำตอบเมื่อใด
liaison-ask-none = เลือกบุคคล ยานพาหนะ สถานที่ หรือเรื่องอื่นทางซ้าย หนึ่งถึงสามเรื่อง
liaison-ask-tells = การถามเท่ากับบอก{ $team }เรื่อง{ $names } ต่อจากนี้เขาจะรู้ชื่อเหล่านี้
liaison-ask-waits = { $team }ตอบด้วยข้อมูล ตอบว่าไม่พบ หรือแจ้งเหตุที่ให้ไม่ได้ คำขอที่ค้างนานทำให้ความไว้วางใจลดลง
liaison-ask-send = ส่งถึง{ $team }
liaison-sent-request = ส่งคำขอแล้ว { $team }เห็นในสายประสานงานแล้ว

liaison-answer-title = ตอบ{ $team }
liaison-answer-yours = ข้อมูลของท่านที่กล่าวถึงเรื่องนี้
liaison-answer-none = ในแฟ้มของท่านไม่มีข้อมูลเรื่องนี้ ตอบว่าไม่พบข้อมูล หรือหาก่อนก็ได้ งานที่มอบอาจพบบางอย่าง และคำขอยังรอได้
liaison-answer-goes = อยู่ในคำตอบ
liaison-answer-given = ตอบไปแล้ว
liaison-answer-send = ตอบด้วยรายการเหล่านี้ ({ $number })
liaison-not-passed-on = ยังไม่ได้ส่ง
liaison-sent-answer = { $team }ได้รับคำตอบแล้ว
liaison-no-trace-title = แจ้ง{ $team }ว่าไม่พบข้อมูล
liaison-no-trace-held = { $number ->
   *[other] ท่านมีข้อมูล { $number } รายการที่กล่าวถึงเรื่องนี้ ตอบว่าไม่พบจะไม่ตรงความจริง และจะเห็นได้ตอนสรุปผล
}
liaison-no-trace-later = หากพบภายหลัง ให้ส่งข้อมูลแล้วตอบเพิ่มได้
liaison-refuse-title = ปฏิเสธและแจ้งเหตุผลแก่{ $team }
liaison-reply-send = ส่งถึง{ $team }

liaison-query = ตรวจงานซ้ำ…
liaison-query-title = ตรวจงานซ้ำ อีกฝ่ายทำเรื่องเดียวกันหรือไม่
liaison-query-about = ตรวจในระบบเรื่อง{ $name }
liaison-query-do = ตรวจ
liaison-query-work = งานในรอบนี้
liaison-query-no-work = ยังไม่มีเจ้าหน้าที่ออกพื้นที่ มอบงานก่อน แล้วจึงตรวจว่าอีกฝ่ายอยู่ที่นั่นด้วยหรือไม่
liaison-query-follows = สิ่งที่{ $team }จะรู้
liaison-query-match = หากซ้ำกัน ระบบแจ้งทั้งสองหน่วยว่าซ้ำเรื่องใด และแจ้งเพียงเท่านั้น
liaison-query-no-match = หากไม่ซ้ำ { $team }รู้เพียงว่าท่านตรวจ แต่ไม่รู้ว่าเรื่องใด
liaison-query-later = คำถามยังอยู่ในระบบ หาก{ $team }เริ่มทำเรื่องเดียวกันภายหลัง ระบบจะแจ้งทั้งสองหน่วย
liaison-told-match = ซ้ำกัน
liaison-told-none = ไม่ซ้ำ
liaison-queried = ตรวจแล้ว { $number } เรื่อง { $matches ->
    [0] ไม่พบว่าซ้ำกัน
   *[other] ซ้ำกัน { $matches } เรื่อง ทั้งสองหน่วยรู้กันแล้ว
}
liaison-check = ซ้ำกับ{ $team }หรือไม่
liaison-check-nothing = งานที่มอบไม่มีงานที่ต้องตรวจ
liaison-check-none = ไม่พบงานที่ซ้ำกัน
liaison-check-match = มีงานซ้ำกัน ทั้งสองหน่วยรู้กันแล้ว
liaison-check-open = { $number ->
   *[other] ยังไม่ได้ตรวจ { $number } เรื่อง
}
liaison-check-now = ตรวจเลย

liaison-with = เรื่องที่เลือก: { $name }
liaison-with-query = ตรวจงานซ้ำ
liaison-with-ask = ถามอีกฝ่าย
liaison-with-detail = ตรวจงานซ้ำ{ $team }จะรู้เฉพาะเมื่อซ้ำกัน แต่การถามเท่ากับบอกชื่อ

liaison-consent = การอนุญาต
liaison-consent-first = ต้องขออนุญาตก่อนใช้ในคำขอหมาย ในแผน หรือในการสัมภาษณ์ ใช้เป็นเบาะแสได้เลย
liaison-consent-asked = ท่านขออนุญาตในรอบที่ { $round } { $team }ยังไม่ตอบ
liaison-consent-granted = { $team }อนุญาตให้ใช้ในคำขอหมาย ในแผน หรือในการสัมภาษณ์
liaison-consent-refused = { $team }ไม่อนุญาต ใช้ได้เพียงเป็นเบาะแส
liaison-consent-own-none = { $team }ต้องขอท่านก่อนนำไปใช้ต่อ และยังไม่ได้ขอ
liaison-consent-own-asked = { $team }ขอในรอบที่ { $round } เพื่อใช้ในคำขอหมาย ในแผน หรือในการสัมภาษณ์
liaison-consent-own-granted = ท่านอนุญาตให้{ $team }ใช้ในคำขอหมาย ในแผน หรือในการสัมภาษณ์
liaison-consent-own-refused = ท่านไม่อนุญาตให้{ $team }ใช้ แต่ยังเปลี่ยนใจได้
liaison-consent-do-ask = ขออนุญาตใช้
liaison-consent-do-give = อนุญาตให้ใช้
liaison-card-ask-first = ขออนุญาตก่อนใช้
liaison-card-asked = ขออนุญาตแล้ว
liaison-card-granted = ใช้ได้
liaison-card-refused = ห้ามใช้

liaison-trust = ไว้วางใจ
liaison-trust-name = ความไว้วางใจระหว่างสองหน่วย { $number } จาก 100 { $word }
liaison-trust-title = ความไว้วางใจระหว่างสองหน่วย
liaison-trust-of = จาก 100 · ทั้งสองหน่วยเห็นเท่ากัน
liaison-trust-low = ต่ำ
liaison-trust-steady = ปกติ
liaison-trust-high = สูง
liaison-trust-does = ผลในขณะนี้
liaison-trust-desk = โต๊ะประสานงานส่งข้อมูลต่อได้ทันที หากต่ำกว่า { $low } จะช้าลงหนึ่งรอบ เพราะต้องตรวจสอบก่อน
liaison-trust-desk-slow = โต๊ะประสานงานช้าลงหนึ่งรอบ เพราะต้องตรวจสอบข้อมูลก่อน
liaison-trust-approval = ผู้บังคับบัญชาใช้เวลาอนุมัติหนึ่งรอบ ตั้งแต่ { $high } ขึ้นไปจะอนุมัติทันที
liaison-trust-approval-now = ผู้บังคับบัญชาอนุมัติทันที
liaison-trust-moves = สิ่งที่ทำให้เปลี่ยน
liaison-trust-no-moves = ยังไม่มีการเปลี่ยนแปลง ตอบคำขอ หรือตรวจงานซ้ำก่อนออกพื้นที่
liaison-trust-round = รอบที่ { $round }
liaison-cause-answered-at-once = ตอบคำขอภายในรอบที่ได้รับ
liaison-cause-answered = ตอบคำขอแล้ว
liaison-cause-no-trace = ตอบคำขอว่าไม่พบข้อมูล
liaison-cause-refused = ปฏิเสธคำขอโดยแจ้งเหตุผล
liaison-cause-unanswered = คำขอค้างอยู่อีกหนึ่งรอบ
liaison-cause-doubtful = ส่งข้อมูลที่น่าสงสัยโดยไม่เตือน
liaison-cause-swamped = ส่งข้อมูลในรอบเดียวมากเกินกว่าจะอ่านทัน
liaison-cause-consent-given = อนุญาตให้ใช้ข้อมูล
liaison-cause-consent-refused = ไม่อนุญาตให้ใช้ข้อมูล
liaison-cause-breach = ใช้ข้อมูลโดยไม่ได้ขออนุญาตเจ้าของ
liaison-cause-deconflicted = สองหน่วยรู้ทันเวลาว่าทำเรื่องเดียวกัน
liaison-cause-blue-on-blue = เจ้าหน้าที่สองหน่วยปฏิบัติงานซ้อนกัน
liaison-cause-case = เหตุการณ์ในคดี

liaison-debrief-tab = ระหว่างสองหน่วย
liaison-debrief-requests = คำขอ
liaison-debrief-no-requests = ไม่มีฝ่ายใดขอข้อมูลจากอีกฝ่าย สิ่งที่ขาดอยู่น่าจะขอได้
liaison-debrief-asked = รอบที่ { $round }: { $team }ถามเรื่อง{ $names }
liaison-debrief-open = { $team }ไม่เคยตอบ
liaison-debrief-no-trace = { $team }ตอบว่าไม่พบข้อมูล
liaison-debrief-refused = { $team }ไม่ให้ข้อมูล: { $why }
liaison-debrief-items = { $team }ตอบด้วย { $items }
liaison-debrief-untrue = ไม่ตรงความจริง { $team }มีข้อมูลเรื่องนี้อยู่ และ{ $partner }ต้องทำงานต่อโดยไม่รู้
liaison-debrief-waited = { $rounds ->
   *[other] รอคำตอบ { $rounds } รอบ ต้องวางแผนโดยไม่มีคำตอบ และความไว้วางใจลดลงทุกรอบ
}
liaison-debrief-queries = การตรวจงานซ้ำ
liaison-debrief-no-queries = ไม่มีการตรวจงานซ้ำเลย จะไปซ้ำที่เดียวกันหรือไม่จึงขึ้นกับโชค
liaison-debrief-match = รอบที่ { $round }: { $name } ซ้ำกัน ทั้งสองหน่วยได้รับแจ้ง
liaison-debrief-no-match = รอบที่ { $round }: { $name } ไม่ซ้ำ
liaison-debrief-breaches = การใช้ข้อมูลโดยไม่ได้รับอนุญาต
liaison-debrief-no-breaches = ไม่มีการใช้ข้อมูลโดยไม่ได้รับอนุญาตจากเจ้าของ
liaison-debrief-breach = รอบที่ { $round }: { $team }ใช้ { $item } { $use } โดยไม่ขอ ต่อไป{ $partner }จะลังเลก่อนส่งข้อมูลให้อีก
liaison-debrief-no-blue = สองหน่วยไม่ได้ปฏิบัติงานซ้อนกัน
liaison-debrief-blue = รอบที่ { $round } { $name }: งาน “{ $north }” ซ้อนกับ “{ $south }” งานของ{ $failed }เสียเปล่าและเครือข่ายรู้ตัว หากตรวจงานซ้ำสักครั้งทั้งสองฝ่ายจะรู้
liaison-debrief-trust = จาก { $from } เมื่อเริ่ม เป็น { $to } เมื่อจบ จาก 100
liaison-debrief-no-moves = ไม่มีการเปลี่ยนแปลง

# What the trainer says and does.
liaison-line-trainer = ผู้ควบคุมการฝึก
liaison-line-given = ผู้ควบคุมการฝึกให้ข้อมูล
liaison-line-given-text = { $item } อยู่ในแฟ้มของท่านแล้ว
liaison-line-corrected = ผู้ควบคุมการฝึกแก้ไขผล
liaison-line-corrected-success = { $task }: แก้เป็นสำเร็จ
liaison-line-corrected-failure = { $task }: แก้เป็นไม่สำเร็จ ข้อมูลที่ท่านได้อ่านแล้วยังอยู่กับท่าน
